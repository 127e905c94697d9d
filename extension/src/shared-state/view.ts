/** The view of shared state: draws the tree, and jumps to what is clicked. */
import * as vscode from 'vscode';
import { Subject } from '../observable.js';
import type { SharedStateOf, SharedStateSource } from './source.js';
import { buildTree, type AccessNode, type ResourceNode } from './tree-model.js';

export const VIEW_ID = 'interleave.sharedState';

/** More resources than these are folded at first. */
const MANY = 6;

type Node = ResourceNode | AccessNode;

export class SharedStateView
  extends Subject<readonly ResourceNode[]>
  implements vscode.TreeDataProvider<Node>
{
  private readonly redrawn = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.redrawn.event;
  private readonly view: vscode.TreeView<Node>;
  private readonly listeners: readonly { dispose(): unknown }[];

  constructor(source: SharedStateSource) {
    super([]);
    this.view = vscode.window.createTreeView<Node>(VIEW_ID, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.listeners = [
      this.view,
      this.redrawn,
      this.view.onDidChangeVisibility(({ visible }) => {
        source.want(visible);
      }),
      source.onDidChange((state) => {
        this.draw(state);
      }),
    ];
    source.want(this.view.visible);
  }

  getChildren(node?: Node): Node[] {
    if (!node) return [...this.current];
    return node.kind === 'resource' ? [...node.accesses] : [];
  }

  getParent(node: Node): Node | undefined {
    return node.kind === 'access' ? this.current.find(({ id }) => id === node.parent) : undefined;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node.kind === 'resource' ? this.itemOfResource(node) : itemOfAccess(node);
  }

  override dispose(): void {
    super.dispose();
    for (const listener of this.listeners) listener.dispose();
  }

  private draw({ scope, uri, resources }: SharedStateOf): void {
    const several = scope === 'workspace';
    const roots = buildTree(resources, several ? { nameOf } : {});
    this.view.description = several ? 'workspace' : uri === undefined ? '' : nameOf(uri);
    void vscode.commands.executeCommand('setContext', 'interleave.sharedState.scope', scope);
    void vscode.commands.executeCommand(
      'setContext',
      'interleave.sharedState.hasFile',
      several || uri !== undefined,
    );
    this.set(roots);
    this.redrawn.fire(undefined);
  }

  private itemOfResource(node: ResourceNode): vscode.TreeItem {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(node.label, this.current.length > MANY ? Collapsed : Expanded);
    item.id = node.id;
    item.description = node.description;
    item.tooltip = node.tooltip;
    item.iconPath = new vscode.ThemeIcon(ICON_OF_SCOPE[node.scope]);
    item.contextValue = 'resource';
    item.accessibilityInformation = { label: `${node.label}, ${node.description}` };
    return item;
  }
}

const ICON_OF_SCOPE: Readonly<Record<ResourceNode['scope'], string>> = {
  process: 'symbol-variable',
  host: 'file',
  distributed: 'database',
};

function itemOfAccess({ id, label, description, guarded, changes, location }: AccessNode): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  const { start, end } = location.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  item.id = id;
  item.description = description;
  item.iconPath = iconOf(guarded, changes);
  item.contextValue = 'access';
  item.accessibilityInformation = { label: `${label}, ${description}` };
  item.command = {
    title: 'Go to the access',
    command: 'vscode.open',
    arguments: [vscode.Uri.parse(location.uri, true), { selection } satisfies vscode.TextDocumentShowOptions],
  };
  return item;
}

/** A lock where it is guarded; open, and in the colour of a warning where it changes something without. */
function iconOf(guarded: AccessNode['guarded'], changes: boolean): vscode.ThemeIcon {
  if (guarded === 'full') return new vscode.ThemeIcon('lock', new vscode.ThemeColor('testing.iconPassed'));
  if (guarded === 'partial')
    return new vscode.ThemeIcon('lock', new vscode.ThemeColor('list.warningForeground'));
  return new vscode.ThemeIcon(
    'unlock',
    changes ? new vscode.ThemeColor('list.warningForeground') : undefined,
  );
}

function nameOf(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true), false);
}
