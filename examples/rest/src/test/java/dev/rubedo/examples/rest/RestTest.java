package dev.rubedo.examples.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over HTTP. One start for each database, since a context takes seconds. */
class RestTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Pattern SAMPLE = Pattern.compile("""
            ```http
            (?<method>[A-Z]+) (?<path>\\S+)
            (?<body>[^`]*)```

            ```answer
            (?<status>\\d+)
            (?<answer>[^`]*)```""");

    /** A running service. Confined to one thread at a time. */
    private static final class Service implements AutoCloseable {
        private final ConfigurableApplicationContext context;
        private final HttpClient client = HttpClient.newHttpClient();
        private final String root;

        Service(TestDatabase database) {
            var application = new SpringApplication(RestApplication.class);
            application.addInitializers(start -> ((GenericApplicationContext) start).registerBean(DataSource.class,
                    () -> source(database)));
            context = application.run("--server.port=0");
            root = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
        }

        private static DataSource source(TestDatabase database) {
            var url = DatabaseUrl.of(database.url());
            var source = new HikariDataSource();
            try {
                source.setJdbcUrl(database.engine().fromTransaction(open -> open.jdbc().getMetaData().getURL()));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            source.setUsername(url.user().orElse(""));
            source.setPassword(url.password().orElse(""));
            return source;
        }

        HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(URI.create(root + path)).header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return send("GET", path, "");
        }

        JsonNode json(String path) throws IOException, InterruptedException {
            var response = get(path);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return JSON.readTree(response.body());
        }

        String add(String title, String isbn) throws IOException, InterruptedException {
            var response = send("POST", "/books", """
                    {"authorId": 1, "title": "%s", "isbn": "%s", "pages": 300}""".formatted(title, isbn));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
            return response.headers().firstValue("Location").orElseThrow();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @DatabaseTest(only = {"h2", "postgresql"})
    void theServiceDoesWhatItSays(TestDatabase database) throws Exception {
        try (var service = new Service(database)) {
            assertThat(
                    service.send("POST", "/authors", "{\"name\": \"Ursula Le Guin\"}").headers().firstValue("Location"))
                    .hasValue("/authors/1");
            String first = service.add("The Dispossessed", "9780061054884");
            service.add("The Lathe of Heaven", "9781416556961");

            booksAreListedByPages(service);
            aBookIsChangedUnlessSomebodyElseHas(service, first);
            whatIsWrongIsAnswered(service);
            theEntityIsWrittenWithoutLoading(service);
            manyRequestsAtOnceHaveTheirOwnSessions(service);
            healthAndStatisticsAreThere(service);
            aBookIsDeleted(service, first);
        }
    }

    @DatabaseTest(only = "h2")
    void theRequestsOfTheReadmeHaveTheirAnswers(TestDatabase database) throws Exception {
        var samples = SAMPLE.matcher(Files.readString(Path.of("README.md"))).results().toList();
        assertThat(samples).hasSizeGreaterThan(5);
        try (var service = new Service(database)) {
            for (var sample : samples) {
                String request = sample.group("method") + " " + sample.group("path");
                var response = service.send(sample.group("method"), sample.group("path"), sample.group("body").strip());

                assertThat(response.statusCode()).as(request).isEqualTo(Integer.parseInt(sample.group("status")));
                String answer = sample.group("answer").strip();
                if (!answer.isEmpty()) {
                    assertThat(JSON.readTree(response.body())).as(request).isEqualTo(JSON.readTree(answer));
                }
            }
        }
    }

    private static void booksAreListedByPages(Service service) throws Exception {
        assertThat(service.json("/books?size=1")).isEqualTo(JSON.readTree("""
                {"items": [{"id": 1, "title": "The Dispossessed", "author": "Ursula Le Guin", "version": 1}],
                 "index": 0, "size": 1, "total": 2}"""));
        assertThat(service.json("/books?size=1&page=1").at("/items/0/title").asString())
                .isEqualTo("The Lathe of Heaven");
        assertThat(service.json("/books?text=LATHE").at("/total").asInt()).isEqualTo(1);
        assertThat(service.json("/books?page=-1&size=0").at("/size").asInt()).isEqualTo(1);
    }

    private static void aBookIsChangedUnlessSomebodyElseHas(Service service, String path) throws Exception {
        String change = "{\"version\": 1, \"title\": \"The Dispossessed\", \"pages\": 387}";

        var changed = service.send("PUT", path, change);
        var late = service.send("PUT", path, change);

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(JSON.readTree(changed.body()).at("/version").asLong()).isEqualTo(2);
        assertThat(late.statusCode()).as(late.body()).isEqualTo(409);
        assertThat(late.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JSON.readTree(late.body()).at("/detail").asString()).startsWith("Someone else");
    }

    private static void whatIsWrongIsAnswered(Service service) throws Exception {
        assertThat(service.get("/books/999").statusCode()).isEqualTo(404);
        assertThat(service.get("/authors/999").statusCode()).isEqualTo(404);
        var twice = service.send("POST", "/books",
                "{\"authorId\": 1, \"title\": \"Again\", \"isbn\": \"9780061054884\", \"pages\": 1}");
        assertThat(twice.statusCode()).as(twice.body()).isEqualTo(409);
        assertThat(twice.body()).contains("This already exists.").doesNotContain("uq_books_isbn");
        assertThat(service.send("POST", "/authors", "{\"name\": \"Ursula Le Guin\"}").statusCode()).isEqualTo(409);
        var invalid = service.send("POST", "/books",
                "{\"authorId\": 1, \"title\": \" \", \"isbn\": \"12\", \"pages\": 0}");
        assertThat(invalid.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(invalid.body()).at("/fields").propertyNames())
                .containsExactlyInAnyOrder("isbn", "pages", "title");
        assertThat(service.json("/books").at("/total").asInt()).isEqualTo(2);
    }

    private static void theEntityIsWrittenWithoutLoading(Service service) throws Exception {
        assertThat(service.json("/authors/1")).isEqualTo(JSON.readTree("""
                {"id": 1, "name": "Ursula Le Guin", "books": [
                  {"id": 1, "title": "The Dispossessed", "isbn": "9780061054884", "pages": 387, "version": 2,
                   "author": {"id": 1}, "authorId": 1},
                  {"id": 2, "title": "The Lathe of Heaven", "isbn": "9781416556961", "pages": 300, "version": 1,
                   "author": {"id": 1}, "authorId": 1}]}"""));
    }

    private static void manyRequestsAtOnceHaveTheirOwnSessions(Service service) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Callable<Integer> request = () -> service.get("/authors/1").statusCode();
                answers.add(threads.submit(request));
            }
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    private static void healthAndStatisticsAreThere(Service service) throws Exception {
        var health = service.json("/actuator/health");
        assertThat(health.at("/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/rubedo/details/revisions/0").asString()).isEqualTo("2b00c5e001");
        assertThat(service.json("/actuator/rubedo").at("/revisions/upToDate").asBoolean()).isTrue();
    }

    private static void aBookIsDeleted(Service service, String path) throws Exception {
        assertThat(service.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(service.get(path).statusCode()).isEqualTo(404);
    }
}
