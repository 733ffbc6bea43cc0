package id.patuh.web;

/** Another program listens at the port. */
public final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int port;

    PortTakenException(int port) {
        super("port " + port);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
