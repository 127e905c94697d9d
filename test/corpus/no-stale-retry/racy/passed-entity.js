async function persist(repository, booking, tries = 3) {
  booking.seats += 1;
  try {
    return await repository.save(booking); // RACE
  } catch (error) {
    if (error.name !== 'OptimisticLockVersionMismatchError' || tries === 0) throw error;
    return persist(repository, booking, tries - 1);
  }
}

module.exports = { persist };
