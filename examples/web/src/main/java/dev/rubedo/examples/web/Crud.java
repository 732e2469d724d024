package dev.rubedo.examples.web;

import static dev.rubedo.examples.web.Post_.POST;
import static dev.rubedo.examples.web.User_.USER;
import static dev.rubedo.orm.Orm.expectVersion;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.sql.Sql.into;

import dev.rubedo.orm.session.Page;
import dev.rubedo.orm.session.Session;
import java.util.List;
import java.util.Optional;

/**
 * The operations of the application. Each takes the session of its caller, which decides what belongs to one
 * transaction. Stateless.
 */
public final class Crud {

    private Crud() {}

    /** Adds a user, which then has an id. */
    public static User createUser(Session session, String name, String email) {
        var user = new User(name, email);
        session.add(user);
        session.flush();
        return user;
    }

    /** Returns a page of the users whose name or address contains a text; all users if it is empty. */
    public static Page<User> findUsers(Session session, String text, long page, int size) {
        var users = select(USER).orderBy(USER.name, USER.id).options(selectIn(USER.posts));
        var found = text.isEmpty() ? users
                : users.where(USER.name.containsIgnoreCase(text).or(USER.email.containsIgnoreCase(text)));
        return session.page(found, page, size);
    }

    /** Returns the user with an address. */
    public static Optional<User> userByEmail(Session session, String email) {
        return session.optional(select(USER).where(USER.email.eq(email)));
    }

    /** Returns a user with posts. */
    public static User user(Session session, long id) {
        return session.require(USER, id, selectIn(USER.posts));
    }

    /**
     * Changes a user.
     *
     * @param version the version that the form showed
     */
    public static User changeUser(Session session, long id, long version, String name, String email) {
        var user = session.require(USER, id, expectVersion(version));
        user.name(name);
        user.email(email);
        session.flush();
        return user;
    }

    /** Adds a post to a user. */
    public static Post createPost(Session session, long userId, String title, String content) {
        var post = new Post(title, content);
        session.require(USER, userId).posts().add(post);
        session.flush();
        return post;
    }

    /** Deletes a user with all posts. */
    public static void deleteUser(Session session, long id) {
        session.delete(user(session, id));
    }

    /** Returns the titles of posts with the names of their owners, newest first. */
    public static List<Headline> headlines(Session session, int limit) {
        return session.all(select(into(Headline::new, POST.title, POST.owner().name)).orderBy(POST.id.desc())
                .limit(limit));
    }

    /**
     * A post in a list. Immutable.
     *
     * @param title the title
     * @param author the name of the owner
     */
    public record Headline(String title, String author) {}
}
