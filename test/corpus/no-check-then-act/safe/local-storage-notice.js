// safe: nothing runs between the two of this tab; that another tab shows the notice as well is only possible
export function noticeOnce(show) {
  if (localStorage.getItem('notice') === 'shown') return;
  localStorage.setItem('notice', 'shown');
  show();
}
