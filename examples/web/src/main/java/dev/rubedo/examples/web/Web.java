package dev.rubedo.examples.web;

import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.orm.error.EntityNotFoundException;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages and the JSON of the application. Each request has a session of its own and is one transaction: it is
 * committed before the response is sent, and rolled back if the request fails. Thread-safe.
 */
public final class Web implements AutoCloseable {

    private static final int PAGE = 10;

    /** What a request does in its session. */
    @FunctionalInterface
    private interface Action {
        void run(Session session, Context request) throws Exception;
    }

    private final SessionFactory sessions;
    private final Javalin server;

    /** Creates the application on an open database, which the caller closes. */
    public Web(Database database) {
        this.sessions = database.sessions();
        this.server = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.jsonMapper(new RecordJson());
            pages(config.routes);
            json(config.routes);
            errors(config.routes);
        });
    }

    /**
     * Starts serving requests.
     *
     * @param port the port, or 0 for any that is free
     * @return the port
     */
    public int start(int port) {
        return server.start("127.0.0.1", port).port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private Handler inSession(Action action) {
        return request -> sessions.inTransaction(session -> action.run(session, request));
    }

    private void pages(RoutesConfig routes) {
        routes.get("/", inSession(Web::list));
        routes.get("/users/{id}", inSession((session, request) -> request
                .html(Pages.user(Crud.user(session, id(request))))));
        routes.post("/users", inSession((session, request) -> {
            var user = Crud.createUser(session, required(request, "name"), required(request, "email"));
            request.redirect("/users/" + user.id());
        }));
        routes.post("/users/{id}", inSession((session, request) -> {
            Crud.changeUser(session, id(request), Long.parseLong(required(request, "version")),
                    required(request, "name"), required(request, "email"));
            request.redirect("/users/" + id(request));
        }));
        routes.post("/users/{id}/delete", inSession((session, request) -> {
            Crud.deleteUser(session, id(request));
            request.redirect("/");
        }));
        routes.post("/users/{id}/posts", inSession((session, request) -> {
            Crud.createPost(session, id(request), required(request, "title"), required(request, "content"));
            request.redirect("/users/" + id(request));
        }));
    }

    private static void list(Session session, Context request) {
        var text = value(request.queryParam("q"));
        request.html(Pages.list(Crud.findUsers(session, text, page(request), PAGE), text,
                Crud.headlines(session, PAGE)));
    }

    private void json(RoutesConfig routes) {
        routes.get("/api/users", inSession((session, request) -> request.json(Crud
                .findUsers(session, value(request.queryParam("q")), page(request), PAGE).map(UserJson::of))));
        routes.get("/api/users/{id}", inSession((session, request) -> request
                .json(UserJson.of(Crud.user(session, id(request))))));
        routes.post("/api/users", inSession((session, request) -> {
            var given = request.bodyAsClass(NewUser.class);
            var user = Crud.createUser(session, present("name", given.name()), present("email", given.email()));
            request.status(201).json(UserJson.of(user));
        }));
    }

    private static void errors(RoutesConfig routes) {
        routes.exception(EntityNotFoundException.class, (e, request) -> problem(request, 404,
                "There is no such user."));
        routes.exception(UniqueViolationException.class, (e, request) -> problem(request, 409,
                "Another user already has this e-mail address."));
        routes.exception(StaleDataException.class, (e, request) -> problem(request, 409,
                "Someone else has changed this user. Reload the page."));
        routes.exception(IllegalArgumentException.class, (e, request) -> problem(request, 400, e.getMessage()));
    }

    private static void problem(Context request, int status, @Nullable String text) {
        request.status(status);
        if (request.path().startsWith("/api/")) {
            request.json(Map.of("error", value(text)));
        } else {
            request.html(Pages.problem(value(text)));
        }
    }

    private static long id(Context request) {
        return number("id", request.pathParam("id"));
    }

    private static long page(Context request) {
        return number("page", request.queryParam("page") == null ? "0" : value(request.queryParam("page")));
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + name + "\" is a number, unlike \"" + text + "\".", e);
        }
    }

    private static String required(Context request, String name) {
        return present(name, request.formParam(name));
    }

    private static String present(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("Fill in \"" + name + "\".");
        }
        return text.strip();
    }

    private static String value(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * What a client sends to create a user. Immutable.
     *
     * @param name the name
     * @param email the address
     */
    public record NewUser(@Nullable String name, @Nullable String email) {}

    /**
     * A user as clients see it. Immutable.
     *
     * @param id the id
     * @param name the name
     * @param email the address
     * @param posts the number of posts
     */
    public record UserJson(long id, String name, String email, int posts) {

        static UserJson of(User user) {
            return new UserJson(user.id(), user.name(), user.email(), user.posts().size());
        }
    }
}
