const Ticket = require('./models/ticket');

exports.open = async (req, res) => {
  const { subject, text } = req.body;
  let ticket;
  for (let i = 0; i < 3 && !ticket; i++) {
    try {
      ticket = await Ticket.create({ subject, text, owner: req.user.id }); // RACE
    } catch (err) {
      req.log.error(err);
    }
  }
  res.status(ticket ? 201 : 500).json(ticket);
};
