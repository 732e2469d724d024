package dev.rubedo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

    private final ServerSocket echo = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final FaultProxy proxy = FaultProxy.to(new InetSocketAddress(echo.getInetAddress(), echo.getLocalPort()));

    FaultProxyTest() throws IOException {
        Thread.ofPlatform().daemon().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void passesBothWays() throws IOException {
        try (Socket client = connect()) {
            assertThat(send(client, "hello")).isEqualTo("hello");
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @Test
    void cutResetsWhatIsThereAndRefusesWhatComes() throws IOException {
        try (Socket client = connect()) {
            send(client, "hello");

            proxy.cut();

            assertThatThrownBy(() -> send(client, "again")).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> send(connect(), "new")).isInstanceOf(IOException.class);
            assertThat(proxy.connections()).isZero();
        }
    }

    @Test
    void reopenLetsNewConnectionsPass() throws IOException {
        proxy.cut();
        proxy.reopen();

        try (Socket client = connect()) {
            assertThat(send(client, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void disconnectLetsNewConnectionsPassAtOnce() throws IOException {
        try (Socket old = connect()) {
            send(old, "hello");

            proxy.disconnect();

            assertThatThrownBy(() -> send(old, "again")).isInstanceOf(SocketException.class);
            try (Socket client = connect()) {
                assertThat(send(client, "hello")).isEqualTo("hello");
            }
        }
    }

    @Test
    void stallHoldsBackUntilReopened() throws IOException {
        try (Socket client = connect()) {
            send(client, "hello");
            client.setSoTimeout(100);

            proxy.stall();
            assertThatThrownBy(() -> send(client, "later")).isInstanceOf(SocketTimeoutException.class);
            client.setSoTimeout(5000);
            proxy.reopen();

            assertThat(new String(client.getInputStream().readNBytes(5), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("later");
        }
    }

    @Test
    void cutAfterBreaksOffInTheMiddleOfAnAnswer() throws IOException {
        try (Socket client = connect()) {
            send(client, "hello");

            proxy.cutAfter(3);

            assertThatThrownBy(() -> send(client, "answer")).isInstanceOf(IOException.class);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(proxy.address().getAddress(), proxy.address().getPort());
    }

    private static String send(Socket client, String text) throws IOException {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        client.getOutputStream().write(bytes);
        byte[] answer = client.getInputStream().readNBytes(bytes.length);
        if (answer.length < bytes.length) {
            throw new SocketException("ended after " + answer.length + " bytes");
        }
        return new String(answer, java.nio.charset.StandardCharsets.UTF_8);
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = echo.accept();
                Thread.ofPlatform().daemon().start(() -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                    } catch (IOException ended) {
                        return;
                    }
                });
            }
        } catch (IOException closed) {
            return;
        }
    }
}
