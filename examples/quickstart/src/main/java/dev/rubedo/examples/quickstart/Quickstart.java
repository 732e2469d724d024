package dev.rubedo.examples.quickstart;

import static dev.rubedo.examples.quickstart.Comment_.COMMENT;
import static dev.rubedo.examples.quickstart.Post_.POST;
import static dev.rubedo.examples.quickstart.Profile_.PROFILE;
import static dev.rubedo.examples.quickstart.Tag_.TAG;
import static dev.rubedo.examples.quickstart.User_.USER;
import static dev.rubedo.orm.Orm.count;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A tour in ten steps: schema, storing, queries, three ways of loading, changing, rolling back, errors, deleting.
 *
 * <p>
 * Each step prints what it does and the rows it received; the SQL in between is the engine's echo. Confined to one
 * thread at a time.
 */
public final class Quickstart {
    private final PrintStream out;
    private final SessionFactory sessions;
    private final Model model;
    private final Engine engine;
    private int step;

    private Quickstart(PrintStream out, Engine engine) {
        this.out = out;
        this.engine = engine;
        this.model = Model.of(USER, PROFILE, POST, TAG, COMMENT);
        this.sessions = SessionFactory.builder(engine, model).build();
    }

    /** Runs the tour on a new SQLite file, which is deleted at the end. */
    public static void main(String[] arguments) throws IOException {
        Path file = Files.createTempFile("rubedo-quickstart", ".db");
        try (Engine engine = Engine.builder("sqlite:///" + file).echo(true).build()) {
            new Quickstart(System.out, engine).run();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void run() {
        createSchema();
        store();
        query();
        load();
        change();
        rollBack();
        refuse();
        delete();
        out.println();
        out.println("""
                That was Rubedo. What to do next:
                  1. Change a query in examples/quickstart/src/main/java/dev/rubedo/examples/quickstart/Quickstart.java
                     and run the command again.
                  2. Look at what was generated for User.java: User_.java and UserBase.java in
                     examples/quickstart/target/generated-sources/annotations/dev/rubedo/examples/quickstart
                  3. Begin a project of your own with docs/guide/getting-started.md""");
    }

    private void createSchema() {
        step("Create the schema: five entities, six tables (post_tag is generated from both primary keys)");
        model.metadata().createAll(engine);
    }

    private void store() {
        step("Store an object graph: one add, the rest follows by cascade, ids are filled in");
        try (Session session = sessions.open()) {
            Tag java = new Tag("java");
            Tag sql = new Tag("sql");
            User alice = new User("Alice", "alice@example.com").age(34);
            alice.profile(new Profile("Writes about databases."));
            Post first = new Post("Hello, Rubedo").likes(3);
            first.tags().add(java);
            first.tags().add(sql);
            Post second = new Post("Joins without tears").likes(12);
            second.tags().add(sql);
            alice.posts().add(first);
            alice.posts().add(second);

            User bob = new User("Bob", "bob@example.com").age(17);
            bob.posts().add(new Post("My first post").likes(1));
            Comment question = new Comment("Does it do lateral joins?");
            question.replies().add(new Comment("It does.").post(first));
            first.comments().add(question);

            session.add(alice, bob);
            session.commit();
            row(alice + " wrote " + alice.posts());
        }
    }

    private void query() {
        step("Query: filters, a join, an aggregate. Every name is checked by the compiler");
        try (Session session = sessions.open()) {
            session.all(select(USER).where(USER.age.gt(18), USER.name.startsWith("A")))
                    .forEach(user -> row(user.name() + ", " + user.age()));
            session.all(select(POST).join(POST.tags).where(TAG.label.eq("sql")).orderBy(POST.title))
                    .forEach(post -> row("tagged sql: " + post.title()));
            var posts = count(POST.id).as("posts");
            session.all(select(USER.name, posts).join(USER.posts).groupBy(USER.id, USER.name).orderBy(posts.desc()))
                    .forEach(found -> row(found.require(USER.name) + " wrote " + found.require(posts)));
            session.all(select(POST).where(POST.author().name.eq("Bob")))
                    .forEach(post -> row("by Bob, with a generated join: " + post.title()));
        }
    }

    private void load() {
        step("Load related objects lazily: a loop costs one more statement, not one per user");
        try (Session session = sessions.open()) {
            for (User user : session.all(select(USER).orderBy(USER.id))) {
                row(user.name() + " wrote " + user.posts().stream().map(Post::title).toList());
            }
        }
        step("Load them eagerly: authors in the same statement, comments in one statement for all posts");
        try (Session session = sessions.open()) {
            for (Post post : session
                    .all(select(POST).options(joined(POST.author), selectIn(POST.comments)).orderBy(POST.id))) {
                row(post.title() + " by " + post.author().name() + ", comments: " + post.comments().size());
            }
        }
        step("Follow a one-to-one and a self-reference: a profile, and comments with their answers");
        try (Session session = sessions.open()) {
            for (User user : session.all(select(USER).options(joined(USER.profile)).orderBy(USER.id))) {
                row(user.name() + ": " + (user.profile() == null ? "no profile" : user.profile().bio()));
            }
            session.all(select(COMMENT).where(COMMENT.parent.isNull())).forEach(comment -> tree(comment, ""));
        }
    }

    private void tree(Comment comment, String indent) {
        row(indent + comment.text());
        comment.replies().forEach(reply -> tree(reply, indent + "   "));
    }

    private void change() {
        step("Change: the UPDATE contains only the changed columns");
        User changed = sessions.fromTransaction(session -> {
            User bob = session.one(select(USER).where(USER.name.eq("Bob")));
            bob.age(18);
            bob.posts().getFirst().likes(2);
            return bob;
        });
        row(changed.name() + " is " + changed.age() + ", likes of his post: " + changed.posts().getFirst().likes());
    }

    private void rollBack() {
        step("Roll back: the object matches the database again");
        try (Session session = sessions.open()) {
            User alice = session.one(select(USER).where(USER.email.eq("alice@example.com")));
            alice.name("Mallory");
            session.flush();
            session.rollback();
            row("after the rollback: " + alice.name());
        }
    }

    private void refuse() {
        step("Errors are typed: the e-mail address already exists");
        try {
            sessions.inTransaction(session -> session.add(new User("Eve", "bob@example.com")));
        } catch (IntegrityException e) {
            row(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private void delete() {
        step("Delete: the user's posts, their comments, tag links and the profile are deleted with her");
        sessions.inTransaction(session -> session.delete(session.one(select(USER).where(USER.name.eq("Alice")))));
        try (Session session = sessions.open()) {
            row("users left: " + session.count(select(USER)) + ", posts: " + session.count(select(POST))
                    + ", comments: "
                    + session.count(select(COMMENT)) + ", tags: " + session.count(select(TAG)));
        }
    }

    private void step(String title) {
        step++;
        out.println();
        out.println("== " + step + ". " + title);
    }

    private void row(String text) {
        out.println("   -> " + text);
    }
}
