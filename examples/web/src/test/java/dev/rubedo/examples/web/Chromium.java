package dev.rubedo.examples.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium with one page, driven by its protocol for debuggers. Confined to one thread at a time. */
final class Chromium implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private int calls;

    /**
     * Starts a browser.
     *
     * @param program the executable
     * @param folder where it keeps its files
     */
    Chromium(Path program, Path folder) throws IOException, InterruptedException {
        process = new ProcessBuilder(program.toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
                "--no-first-run", "--disable-dev-shm-usage", "--window-size=900,900", "--remote-debugging-port=0",
                "--user-data-dir=" + folder, "about:blank").redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile()).start();
        socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(page(folder)), new Receiver())
                .join();
    }

    /** Returns the installed browser; empty if there is none. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(Path.of(folder)::resolve))
                .filter(Files::isExecutable).findFirst();
    }

    private static String page(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("DevToolsActivePort");
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file) || Files.readAllLines(file).size() < 2) {
            if (System.nanoTime() > until) {
                throw new IOException("The browser did not start: " + Files.readString(folder.resolve("chromium.log")));
            }
            Thread.sleep(30);
        }
        var list = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + Files.readAllLines(file).get(0) + "/json/list"));
        var pages = HttpClient.newHttpClient().send(list.build(), HttpResponse.BodyHandlers.ofString());
        for (JsonNode page : JSON.readTree(pages.body())) {
            if (page.at("/type").asString().equals("page")) {
                return page.at("/webSocketDebuggerUrl").asString();
            }
        }
        throw new IOException("The browser has no page: " + pages.body());
    }

    /** Collects the parts of messages. Confined to one thread at a time. */
    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                received.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    private JsonNode call(String method, Map<String, ?> parameters) throws InterruptedException {
        int id = ++calls;
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true).join();
        while (true) {
            var answer = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (answer == null || answer.has("error") || answer.at("/result/exceptionDetails").isObject()) {
                throw new AssertionError(method + parameters + " failed: " + answer);
            }
            if (answer.at("/id").asInt() == id) {
                return answer.at("/result");
            }
        }
    }

    /** Evaluates an expression in the page. */
    String evaluate(String script) throws InterruptedException {
        return call("Runtime.evaluate", Map.of("expression", script, "returnByValue", true)).at("/result/value")
                .asString();
    }

    /** Does something that leads to another page, and waits until that is shown. */
    void follow(String script) throws InterruptedException {
        evaluate("window.isOld = true");
        evaluate(script + "; true");
        await("!window.isOld && document.readyState === 'complete'");
    }

    private void await(String condition) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!evaluate("String(" + condition + ")").equals("true")) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + PATIENCE + ": " + condition);
            }
            Thread.sleep(20);
        }
    }

    /** Returns the text that the page shows. */
    String text() throws InterruptedException {
        return evaluate("document.body.innerText");
    }

    /** Writes what the page looks like into a file. */
    void screenshot(Path file) throws IOException, InterruptedException {
        Files.write(file, Base64.getDecoder().decode(call("Page.captureScreenshot", Map.of("format", "png")).at("/data")
                .asString()));
    }

    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        children.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
