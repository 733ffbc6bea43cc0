package id.patuh.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** The way to a real mail server, on which something happens to each dialogue. */
public final class FaultyWire implements AutoCloseable {

    /** What happens, and where in a dialogue. */
    public enum Fault {
        NONE,
        CUT_AT_ONCE,
        /** The connection is taken, and nothing follows. */
        SILENT_AT_ONCE,
        CUT_BEFORE_CONTENT,
        CUT_IN_CONTENT,
        CUT_BEFORE_END,
        /** The server takes the mail, but its answer is lost. */
        CUT_AFTER_END,
        /** The server takes the mail, and its answer never comes. */
        SILENT_AFTER_END,
        CUT_AT_QUIT,
        RECIPIENT_DEFERRED,
        RECIPIENT_REFUSED,
        CONTENT_DEFERRED,
        CONTENT_REFUSED
    }

    private final ServerSocket own;
    private final int serverPort;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Fault fault = Fault.NONE;

    public FaultyWire(int serverPort) throws IOException {
        this.own = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.serverPort = serverPort;
        Thread thread = new Thread(this::accept, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return own.getLocalPort();
    }

    /** What happens to the dialogues that begin from now on. */
    public void have(Fault next) {
        fault = next;
    }

    private void accept() {
        while (!own.isClosed()) {
            try {
                Socket client = own.accept();
                Thread thread = new Thread(() -> talk(client, fault), "dialogue");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client, Fault here) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            switch (here) {
                case CUT_AT_ONCE -> {
                    // Nothing is said.
                }
                case SILENT_AT_ONCE -> closed.await();
                default -> new Dialogue(client, server, here).run();
            }
        } catch (IOException | InterruptedException e) {
            // Either side hung up.
        }
    }

    private final class Dialogue {

        private final BufferedReader fromClient;
        private final BufferedReader fromServer;
        private final OutputStream toClient;
        private final OutputStream toServer;
        private final Fault fault;

        Dialogue(Socket client, Socket server, Fault fault) throws IOException {
            fromClient = reader(client);
            fromServer = reader(server);
            toClient = client.getOutputStream();
            toServer = server.getOutputStream();
            this.fault = fault;
        }

        private static BufferedReader reader(Socket socket) throws IOException {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        void run() throws IOException, InterruptedException {
            answer();
            for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                String verb = line.split(" ", 2)[0];
                boolean goesOn = switch (verb) {
                    case "RCPT" -> isTaken(line, Fault.RECIPIENT_DEFERRED, Fault.RECIPIENT_REFUSED);
                    case "DATA" -> fault != Fault.CUT_BEFORE_CONTENT && isContentTaken(line);
                    case "QUIT" -> fault != Fault.CUT_AT_QUIT && isTaken(line, null, null);
                    default -> isTaken(line, null, null);
                };
                if (!goesOn) {
                    return;
                }
            }
        }

        private boolean isContentTaken(String data) throws IOException, InterruptedException {
            isTaken(data, null, null);
            for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                if (fault == Fault.CUT_IN_CONTENT) {
                    return false;
                }
                if (line.equals(".")) {
                    return isEndTaken(line);
                }
                write(line, toServer);
            }
            return false;
        }

        private boolean isEndTaken(String line) throws IOException, InterruptedException {
            switch (fault) {
                case CUT_BEFORE_END -> {
                    return false;
                }
                case CUT_AFTER_END, SILENT_AFTER_END -> {
                    write(line, toServer);
                    fromServer.readLine();
                    if (fault == Fault.SILENT_AFTER_END) {
                        closed.await();
                    }
                    return false;
                }
                default -> {
                    return isTaken(line, Fault.CONTENT_DEFERRED, Fault.CONTENT_REFUSED);
                }
            }
        }

        /** @return whether the dialogue goes on */
        private boolean isTaken(String line, Fault deferred, Fault refused) throws IOException {
            if (fault == deferred || fault == refused) {
                write((fault == deferred ? 451 : 550) + " not now", toClient);
                return line.startsWith("RCPT");
            }
            write(line, toServer);
            answer();
            return true;
        }

        private void answer() throws IOException {
            String line;
            do {
                line = fromServer.readLine();
                if (line == null) {
                    throw new IOException("the server hung up");
                }
                write(line, toClient);
            } while (line.length() > 3 && line.charAt(3) == '-');
        }

        private static void write(String line, OutputStream to) throws IOException {
            to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            to.flush();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        own.close();
    }
}
