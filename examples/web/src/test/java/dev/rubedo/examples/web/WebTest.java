package dev.rubedo.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The application over HTTP, on every database. */
class WebTest {

    /** A running application. Confined to one thread at a time. */
    private static final class Browser implements AutoCloseable {
        private final Web web;
        private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
        private final String root;

        Browser(Engine engine) {
            web = new Web(new Database(engine));
            root = "http://127.0.0.1:" + web.start(0);
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(HttpRequest.newBuilder(URI.create(root + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
            return client.send(HttpRequest.newBuilder(URI.create(root + path)).header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> send(String path, String... fields) throws IOException, InterruptedException {
            var form = new ArrayList<String>();
            for (int i = 0; i < fields.length; i += 2) {
                form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
            }
            return post(path, "application/x-www-form-urlencoded", String.join("&", form));
        }

        @Override
        public void close() {
            web.close();
        }
    }

    @DatabaseTest
    void aUserIsCreatedShownChangedAndDeleted(Engine engine) throws Exception {
        try (var browser = new Browser(engine)) {
            var created = browser.send("/users", "name", "Ada <b>", "email", "ada@example.com");
            assertThat(created.statusCode()).isEqualTo(200);
            assertThat(created.body()).contains("<h1>Ada &lt;b&gt;</h1>").doesNotContain("Ada <b>");
            String page = created.uri().getPath();

            assertThat(browser.send(page + "/posts", "title", "Notes", "content", "On the engine").body())
                    .contains("<b>Notes</b><p>On the engine</p>");
            assertThat(browser.send(page, "version", "1", "name", "Ada King", "email", "ada@example.com").body())
                    .contains("<h1>Ada King</h1>");
            assertThat(browser.get("/?q=KING").body()).contains("Ada King", "1 users.",
                    "Notes <span>by Ada King</span>");
            assertThat(browser.get("/?q=nobody").body()).contains("0 users.");

            assertThat(browser.send(page + "/delete").body()).contains("0 users.");
            assertThat(browser.get(page).statusCode()).isEqualTo(404);
        }
    }

    @DatabaseTest
    void whatCannotBeDoneIsExplained(Engine engine) throws Exception {
        try (var browser = new Browser(engine)) {
            String page = browser.send("/users", "name", "Ada", "email", "ada@example.com").uri().getPath();

            var taken = browser.send("/users", "name", "Other", "email", "ada@example.com");
            assertThat(taken.statusCode()).isEqualTo(409);
            assertThat(taken.body()).contains("Another user already has this e-mail address.");
            browser.send(page, "version", "1", "name", "First", "email", "ada@example.com");
            var late = browser.send(page, "version", "1", "name", "Second", "email", "ada@example.com");
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("Someone else has changed this user.");
            assertThat(browser.get(page).body()).contains("<h1>First</h1>");
            assertThat(browser.send("/users", "name", " ", "email", "x").statusCode()).isEqualTo(400);
            assertThat(browser.get("/users/one").body())
                    .contains("&quot;id&quot; is a number, unlike &quot;one&quot;.");
            assertThat(browser.get("/users/99").statusCode()).isEqualTo(404);
        }
    }

    @DatabaseTest
    void programsGetJson(Engine engine) throws Exception {
        try (var browser = new Browser(engine)) {
            var created = browser.post("/api/users", "application/json", """
                    {"name": "Ada", "email": "ada@example.com"}""");
            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(created.body()).isEqualTo("""
                    {"id":1,"name":"Ada","email":"ada@example.com","posts":0}""");
            assertThat(browser.get("/api/users/1").body()).isEqualTo(created.body());
            assertThat(browser.get("/api/users?q=ada").body()).contains("\"total\":1");
            assertThat(browser.get("/api/users/2").body()).isEqualTo("{\"error\":\"There is no such user.\"}");
        }
    }

    @DatabaseTest
    void aPageTakesAFixedNumberOfStatements(Engine engine, StatementLog statements) throws Exception {
        try (var browser = new Browser(engine)) {
            for (int i = 0; i < 25; i++) {
                String page = browser.send("/users", "name", "User " + i, "email", i + "@example.com").uri().getPath();
                browser.send(page + "/posts", "title", "Title", "content", "Content");
            }
            statements.clear();

            assertThat(browser.get("/").body()).contains("25 users.", "More").doesNotContain("Back");

            assertThat(statements).hasCount(4);
        }
    }

    @DatabaseTest(except = "sqlite")
    void manyRequestsAtOnceKeepTheirSessionsApart(Engine engine) throws Exception {
        try (var browser = new Browser(engine); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> requests = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String name = "User " + i;
                requests.add(() -> browser.send("/users", "name", name, "email", name + "@example.com").statusCode());
            }
            for (Future<Integer> status : threads.invokeAll(requests)) {
                assertThat(status.get()).isEqualTo(200);
            }
            assertThat(browser.get("/").body()).contains("40 users.");
        }
    }
}
