package dev.rubedo.lens;

import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.engine.StatementOrigin;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.session.Session;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import dev.rubedo.type.Types;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LensTest {

    private static final String HOSTILE = "</script><img src=x onerror=\"document.title='broken'\">'\"&\u2028";

    private final HttpClient client = HttpClient.newHttpClient();

    /** A table. */
    private static final class Notes extends Table {
        final Column<Long> id = column("id", Types.BIGINT).primaryKey();
        final Column<String> body = column("body", Types.string(200)).notNull();

        Notes(MetaData metadata) {
            super("notes", metadata);
        }
    }

    private static Notes notes(Engine engine) {
        var metadata = new MetaData();
        var notes = new Notes(metadata);
        metadata.createAll(engine);
        return notes;
    }

    private HttpResponse<String> ask(Lens lens, String path, String method, String token) throws Exception {
        var request = HttpRequest.newBuilder(lens.url().resolve(path)).method(method,
                HttpRequest.BodyPublishers.noBody());
        return client.send((token.isEmpty() ? request : request.header("X-Lens-Token", token)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String json(Lens lens, String path) throws Exception {
        var answer = ask(lens, path, "GET", lens.url().getFragment());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static void loadLazily(Connection connection, Notes notes, int times) {
        for (long i = 0; i < times; i++) {
            connection.prepared().origin(new StatementOrigin(StatementOrigin.Cause.LAZY_LOAD, "User.notes",
                    ".options(selectIn(USER.notes))"));
            connection.all(select(notes.body).where(notes.id.eq(i)));
            connection.prepared().origin(null);
        }
    }

    @DatabaseTest
    void showsTheStatementsOfAUnitWithValuesRowsAndPlace(Engine engine) throws Exception {
        var notes = notes(engine);
        try (var lens = Lens.builder(engine).start()) {
            engine.inTransaction(connection -> {
                connection.execute(insertInto(notes).values(notes.id, 1L, notes.body, HOSTILE));
                connection.all(select(notes.body));
            });

            assertThat(json(lens, "/api/units")).contains("\"outcome\":\"committed\"", "\"count\":2",
                    "\"summary\":\"INSERT notes\"", "\"nPlusOne\":false", "\"limit\":15");
            assertThat(json(lens, "/api/units/1")).contains("INSERT INTO notes", "\"read\":1", "\"changed\":1",
                    "LensTest.java:", "\"explainable\":true", "1, '\\u003c/script\\u003e")
                    .doesNotContain("<", ">", "\u2028");
        }
    }

    @DatabaseTest
    void findsNPlusOneStatementsAndNamesTheOption(Engine engine) throws Exception {
        var notes = notes(engine);
        try (var lens = Lens.builder(engine).start()) {
            engine.inTransaction(connection -> loadLazily(connection, notes, 4));
            assertThat(json(lens, "/api/units/1")).contains("\"count\":4").doesNotContain("N+1");

            engine.inTransaction(connection -> loadLazily(connection, notes, 6));

            assertThat(json(lens, "/api/units/2")).contains("N+1: lazy load of User.notes, 6 times at "
                    + "dev.rubedo.lens.LensTest.loadLazily(LensTest.java:",
                    "Add .options(selectIn(USER.notes)) to the query of its owners.");
            assertThat(json(lens, "/api/units")).contains("\"nPlusOne\":true");
        }
    }

    @DatabaseTest
    void explainsAQueryOnRequest(Engine engine) throws Exception {
        var notes = notes(engine);
        try (var lens = Lens.builder(engine).start()) {
            engine.inTransaction(connection -> {
                connection.all(select(notes.body).where(notes.id.eq(1L)));
                connection.execute(insertInto(notes).values(notes.id, 1L, notes.body, "a"));
            });
            String token = lens.url().getFragment();

            var plan = ask(lens, "/api/units/1/statements/0/plan", "POST", token);
            assertThat(plan.statusCode()).isEqualTo(200);
            assertThat(plan.body()).containsIgnoringCase("notes");
            assertThat(ask(lens, "/api/units/1/statements/1/plan", "POST", token).body())
                    .contains("cannot be explained");
            assertThat(ask(lens, "/api/units/1/statements/99/plan", "POST", token).body()).contains("no longer kept");
            assertThat(ask(lens, "/api/units/1/statements/0/plan", "GET", token).statusCode()).isEqualTo(404);
        }
    }

    @DatabaseTest
    void showsFailures(Engine engine) throws Exception {
        try (var lens = Lens.builder(engine).start()) {
            assertThatThrownBy(() -> engine.inTransaction(connection -> connection
                    .execute(text("SELECT nothing FROM nowhere")).all())).isInstanceOf(DatabaseException.class);

            assertThat(json(lens, "/api/units")).contains("\"failed\":true", "\"outcome\":\"rolled back\"");
            assertThat(json(lens, "/api/units/1")).containsIgnoringCase("nowhere");
        }
    }

    @DatabaseTest(only = "sqlite")
    void hiddenValuesAreNotShown(TestDatabase database) throws Exception {
        try (var engine = database.newEngine(builder -> builder.hideParameters(true))) {
            var notes = notes(engine);
            try (var lens = Lens.builder(engine).start()) {
                engine.inTransaction(connection -> connection
                        .execute(insertInto(notes).values(notes.id, 1L, notes.body, "secret")));
                assertThatThrownBy(() -> engine.inTransaction(connection -> connection
                        .execute(insertInto(notes).values(notes.id, 1L, notes.body, "secret"))))
                        .isInstanceOf(DatabaseException.class);

                assertThat(json(lens, "/api/units/1") + json(lens, "/api/units/2")).contains("INSERT INTO notes")
                        .doesNotContain("secret");
            }
        }
    }

    @DatabaseTest(only = "sqlite")
    void nothingIsGivenWithoutTheTokenOrUnderAnotherName(Engine engine) throws Exception {
        try (var lens = Lens.builder(engine).start()) {
            assertThat(ask(lens, "/api/units", "GET", "").statusCode()).isEqualTo(403);
            assertThat(ask(lens, "/api/units", "GET", "0".repeat(32)).statusCode()).isEqualTo(403);
            assertThat(ask(lens, "/api/clear", "POST", "").statusCode()).isEqualTo(403);
            assertThat(lens.url().getHost()).isEqualTo("127.0.0.1");
            assertThat(statusUnder("evil.example.com", lens.url())).contains(" 403 ");
            var page = ask(lens, "/", "GET", "");
            assertThat(page.body()).contains("Rubedo Lens").doesNotContain(lens.url().getFragment());
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'",
                    "script-src 'self'").doesNotContain("unsafe");
            assertThat(ask(lens, "/../../etc/passwd", "GET", "").statusCode()).isEqualTo(404);
        }
    }

    /** The client of the JDK does not let a program choose the header {@code Host}. */
    private static String statusUnder(String host, URI url) throws IOException {
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst()
                    .orElse("");
        }
    }

    @DatabaseTest(only = "sqlite")
    void keepsABoundedNumberOfUnitsAndStatements(Engine engine) throws Exception {
        var recorder = new LensRecorder(3, true);
        engine.listen(recorder);
        for (int i = 0; i < 10; i++) {
            engine.inTransaction(connection -> connection.execute(text("SELECT 1")).all());
        }
        assertThat(recorder.newestFirst()).extracting(unit -> unit.number).containsExactly(10L, 9L, 8L);

        var big = new LensRecorder(1_000, true);
        engine.listen(big);
        String long1 = "SELECT '" + "x".repeat(100_000) + "'";
        for (int i = 0; i < 30; i++) {
            engine.inTransaction(connection -> {
                for (int j = 0; j < 40; j++) {
                    connection.execute(text(long1)).all();
                }
            });
        }
        assertThat(big.weight()).isLessThan(17L << 20);
        assertThat(big.newestFirst().size()).isLessThan(30);

        big.clear();
        assertThat(big.weight()).isZero();
        assertThat(big.newestFirst()).isEmpty();
    }

    @DatabaseTest(only = "sqlite")
    void aPortInUseAndNoUnitsAreErrors(Engine engine) {
        try (var lens = Lens.builder(engine).units(1).start()) {
            assertThatThrownBy(() -> Lens.builder(engine).port(lens.url().getPort()).start())
                    .isInstanceOf(UncheckedIOException.class).hasMessageContaining("Set another port");
            assertThatThrownBy(() -> Lens.builder(engine).units(0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @DatabaseTest(only = "sqlite")
    void theBrowserShowsHostileTextsAsTexts(Engine engine, @TempDir Path directory) throws Exception {
        var browser = List.of("/usr/bin/chromium", "/usr/bin/google-chrome").stream().map(Path::of)
                .filter(Files::isExecutable).findFirst();
        assumeThat(browser).as("Chromium, which this test needs; apt-get install chromium").isPresent();
        var notes = notes(engine);
        try (var lens = Lens.builder(engine).start()) {
            engine.inTransaction(connection -> {
                connection.execute(insertInto(notes).values(notes.id, 1L, notes.body, HOSTILE));
                connection.execute(text("SELECT '<b id=\"broken\">' FROM notes")).all();
                loadLazily(connection, notes, 6);
            });

            String page = dumped(browser.get(), lens, directory);

            assertThat(page).contains("<title>Rubedo Lens</title>", "&lt;/script&gt;&lt;img src=x onerror=",
                    "&lt;b id=\"broken\"&gt;", "N+1: lazy load of User.notes, 6 times",
                    "Add .options(selectIn(USER.notes))").doesNotContain("<b id=", "<img");
        }
    }

    private static String dumped(Path browser, Lens lens, Path directory) throws Exception {
        var command = new ArrayList<>(List.of(browser.toString(), "--headless", "--no-sandbox", "--disable-gpu",
                "--user-data-dir=" + directory.resolve("profile"), "--virtual-time-budget=3000", "--dump-dom"));
        command.add(lens.url().toString());
        var out = directory.resolve("page.html").toFile();
        var process = new ProcessBuilder(command).redirectOutput(out).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the browser ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out.toPath());
    }

    @DatabaseTest(only = "sqlite")
    void hiddenValuesAreNeitherKeptNorExplained(TestDatabase database) throws Exception {
        try (var engine = database.newEngine(builder -> builder.hideParameters(true))) {
            var notes = notes(engine);
            try (var lens = Lens.builder(engine).start()) {
                engine.inTransaction(connection -> connection
                        .all(select(notes.id).where(notes.body.eq("secret"))));

                assertThat(json(lens, "/api/units/1")).contains("\"explainable\":false");
                assertThat(ask(lens, "/api/units/1/statements/0/plan", "POST", lens.url().getFragment()).body())
                        .contains("The engine hides values (hideParameters(true)), and a plan would show them.");
            }
        }
        var recorder = new LensRecorder(3, false);
        try (var engine = database.newEngine(builder -> builder)) {
            engine.listen(recorder);
            engine.inTransaction(connection -> connection.execute(text("SELECT 1")).all());
        }
        assertThat(recorder.newestFirst().get(0).statement(0).explainable).isNull();
    }

    @DatabaseTest(only = "sqlite")
    void everythingThatIsKeptIsWeighed(Engine engine) {
        var notes = notes(engine);
        var recorder = new LensRecorder(1_000, true);
        engine.listen(recorder);
        String large = "y".repeat(9_000);
        engine.inTransaction(connection -> connection.all(select(notes.id).where(notes.body.eq(large))));
        assertThat(recorder.weight()).as("values for an explanation").isGreaterThan(18_000);

        recorder.clear();
        engine.inTransaction(connection -> connection.execute(text("SELECT 1"), ExecuteOption.tag(large)).all());
        assertThat(recorder.weight()).as("tags").isGreaterThan(18_000);

        recorder.clear();
        assertThatThrownBy(() -> engine.inTransaction(connection -> connection
                .execute(text("SELECT " + "z".repeat(4_000))).all())).isInstanceOf(DatabaseException.class);
        assertThat(recorder.weight()).as("errors").isGreaterThan(16_000);

        recorder.clear();
        assertThat(recorder.weight()).isZero();
    }

    @DatabaseTest(only = "h2")
    void aForgottenUnitKeepsNothingMore(Engine engine) {
        var recorder = new LensRecorder(1, true);
        engine.listen(recorder);
        try (var old = engine.connect()) {
            old.execute(text("SELECT 1")).all();
            var forgotten = recorder.newestFirst().get(0);
            try (var other = engine.connect()) {
                other.execute(text("SELECT 2")).all();
                old.execute(text("SELECT 3")).all();

                assertThat(forgotten.weight()).isZero();
                long before = recorder.weight();
                old.execute(text("SELECT 4")).all();
                assertThat(recorder.weight()).isEqualTo(before).isPositive();
                assertThat(recorder.newestFirst()).hasSize(1).doesNotContain(forgotten);
            }
        }
    }

    @DatabaseTest(only = "sqlite")
    void oneUnitIsBounded(Engine engine) {
        var recorder = new LensRecorder(10, true);
        engine.listen(recorder);
        engine.inTransaction(connection -> {
            for (int i = 0; i < 400; i++) {
                connection.execute(text("SELECT '" + "x".repeat(9_900) + "'"), ExecuteOption.tag("t".repeat(20_000)))
                        .all();
            }
        });

        assertThat(recorder.weight()).isLessThan(5L << 20);
    }

    @DatabaseTest(only = "sqlite")
    void readingTheRowsOfAnEndedUnitOpensNone(Engine engine) {
        var recorder = new LensRecorder(10, true);
        engine.listen(recorder);
        try (var connection = engine.connect()) {
            var rows = connection.execute(text("SELECT 1"));
            recorder.afterCommit(connection);
            rows.all();
        }

        assertThat(recorder.newestFirst()).hasSize(1);
        assertThat(recorder.newestFirst().get(0).statement(0).read).isEqualTo(1);
    }

    @Test
    void theAddressIsThatOfTheInterface() throws Exception {
        assertThat(LensServer.host(new InetSocketAddress(InetAddress.getByName("::1"), 80))).isEqualTo("[::1]:80");
        assertThat(LensServer.host(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 80)))
                .isEqualTo("127.0.0.1:80");
    }

    @DatabaseTest(only = "sqlite")
    void aFlushIsRecordedWithItsStatementsAndNeverAsksForAConnection(Engine engine) {
        var recorder = new LensRecorder(10, true);
        engine.listen(recorder);
        var flushes = new FlushRecorder(recorder, 10);
        var session = (Session) Proxy.newProxyInstance(LensTest.class.getClassLoader(), new Class<?>[]{Session.class},
                (self, method, arguments) -> {
                    throw new AssertionError("the session was asked for " + method.getName());
                });
        var plan = new FlushPlan(List.of(), List.of(), List.of(), List.of(), Map.of(), List.of());

        flushes.beforeFlush(session);
        flushes.afterFlush(session, plan);
        assertThat(recorder.newestFirst()).isEmpty();

        engine.inTransaction(connection -> connection.execute(text("SELECT 1")).all());
        flushes.beforeFlush(session);
        engine.inTransaction(connection -> {
            connection.prepared().origin(new StatementOrigin(StatementOrigin.Cause.FLUSH, "", ""));
            connection.execute(text("SELECT 2")).all();
            connection.prepared().origin(null);
        });
        flushes.afterFlush(session, plan);

        assertThat(recorder.newestFirst()).extracting(unit -> unit.flushes().size()).containsExactly(1, 0);
    }
}
