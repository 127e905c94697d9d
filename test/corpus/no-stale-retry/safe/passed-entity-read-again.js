// safe: each further try has the entity as it is by now
async function persist(repository, booking, tries = 3) {
  booking.seats += 1;
  try {
    return await repository.save(booking);
  } catch (error) {
    if (error.name !== 'OptimisticLockVersionMismatchError' || tries === 0) throw error;
    return persist(repository, await repository.findOneBy({ id: booking.id }), tries - 1);
  }
}

module.exports = { persist };
