package dev.rubedo.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A TCP relay in front of a database server that a test can cut, stall and reopen, so that network faults need no
 * separate server. As a parameter of a {@link DatabaseTest} it is placed between the test's engine and the server, and
 * the test runs only on databases that have a server.
 * {@snippet :
 * @DatabaseTest void poolRecoversFromALostServer(Engine engine, FaultProxy network) { network.cut(); // before the
 * first use: a connection that is already pooled is checked out, and fails at its first statement assertThatThrownBy(()
 * -> engine.connect()).isInstanceOf(DisconnectedException.class); network.reopen(); engine.connect().close(); } }
 * Thread-safe.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private enum Mode {
        OPEN, STALLED, CUT, CLOSED
    }

    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final List<Link> links = new ArrayList<>();
    private Mode mode = Mode.OPEN;
    private long bytesUntilCut = Long.MAX_VALUE;

    private FaultProxy(InetSocketAddress target, ServerSocket listener) {
        this.target = target;
        this.listener = listener;
    }

    /** Opens a relay to a server on a free port of the loopback address. */
    public static FaultProxy to(InetSocketAddress server) {
        try {
            var proxy = new FaultProxy(server, new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
            Thread.ofPlatform().daemon().name("rubedo-fault-proxy").start(proxy::acceptAll);
            return proxy;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Returns the address that clients connect to. */
    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    /** Returns the number of open connections. */
    public synchronized int connections() {
        return links.size();
    }

    /** Resets every connection and every connection attempt, until {@link #reopen()}: the server is down. */
    public void cut() {
        change(Mode.CUT);
        disconnect();
    }

    /** Resets the existing connections; new ones pass: the server was restarted. */
    public void disconnect() {
        List<Link> present;
        synchronized (this) {
            present = List.copyOf(links);
        }
        present.forEach(Link::reset);
    }

    /** Cuts the connections after this many more bytes from the server: in the middle of a response. */
    public synchronized void cutAfter(long bytesFromServer) {
        bytesUntilCut = bytesFromServer;
    }

    /** Forwards nothing in either direction, until {@link #reopen()}: packets are lost, connections stay open. */
    public void stall() {
        change(Mode.STALLED);
    }

    /** Forwards everything again, starting with what {@link #stall()} held back. */
    public void reopen() {
        synchronized (this) {
            bytesUntilCut = Long.MAX_VALUE;
        }
        change(Mode.OPEN);
    }

    /** Closes all connections and stops listening. */
    @Override
    public void close() {
        change(Mode.CLOSED);
        closeQuietly(listener);
        disconnect();
    }

    private synchronized void change(Mode to) {
        if (mode != Mode.CLOSED) {
            mode = to;
        }
        notifyAll();
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (mayConnect()) {
                    connect(client);
                } else {
                    reset(client);
                }
            } catch (IOException closedOrRefused) {
                if (listener.isClosed()) {
                    return;
                }
            }
        }
    }

    private synchronized boolean mayConnect() {
        return mode == Mode.OPEN || mode == Mode.STALLED;
    }

    private void connect(Socket client) throws IOException {
        var server = new Socket();
        try {
            server.connect(target);
        } catch (IOException refused) {
            reset(client);
            throw refused;
        }
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        var link = new Link(client, server);
        synchronized (this) {
            links.add(link);
        }
        Thread.ofPlatform().daemon().name("rubedo-fault-proxy-out").start(() -> link.pump(client, server, false));
        Thread.ofPlatform().daemon().name("rubedo-fault-proxy-in").start(() -> link.pump(server, client, true));
    }

    /**
     * Waits for the end of a stall and returns how many of these bytes may pass; fewer than requested if a cut falls
     * among them.
     */
    private synchronized int admit(int bytes, boolean fromServer) throws InterruptedException {
        while (mode == Mode.STALLED) {
            wait();
        }
        if (mode != Mode.OPEN) {
            return 0;
        }
        if (!fromServer || bytesUntilCut == Long.MAX_VALUE) {
            return bytes;
        }
        int passed = (int) Math.min(bytes, bytesUntilCut);
        bytesUntilCut -= passed;
        return passed;
    }

    private synchronized void forget(Link link) {
        links.remove(link);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyClosed) {
            return;
        } finally {
            closeQuietly(socket);
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyClosed) {
            return;
        }
    }

    private final class Link {

        private final Socket client;
        private final Socket server;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pump(Socket from, Socket to, boolean fromServer) {
            var buffer = new byte[BUFFER];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    int passed = admit(read, fromServer);
                    out.write(buffer, 0, passed);
                    if (passed < read) {
                        FaultProxy.this.cut();
                        return;
                    }
                }
                closeQuietly(client);
                closeQuietly(server);
            } catch (IOException lost) {
                reset();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                reset();
            } finally {
                forget(this);
            }
        }

        void reset() {
            FaultProxy.reset(client);
            FaultProxy.reset(server);
            forget(this);
        }
    }
}
