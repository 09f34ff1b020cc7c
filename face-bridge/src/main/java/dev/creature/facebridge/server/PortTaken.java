package dev.creature.facebridge.server;

/** A port that cannot be listened on. The message is one line for the user. */
public final class PortTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortTaken(int port, String option, String why) {
    super(
        "port "
            + port
            + " cannot be used: "
            + (why.contains("already in use") ? "another program listens there" : why)
            + "; choose another port with "
            + option
            + " PORT");
  }
}
