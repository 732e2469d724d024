package dev.rubedo.cli.guide;

/** The Java files of the page "Getting started", which GettingStartedTest compares with the page, compiles and runs. */
final class GettingStartedFiles {
    /** The file {@code src/main/java/shop/User.java}. */
    static final String USER = """
            package shop;

            import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

            import dev.rubedo.mapping.Column;
            import dev.rubedo.mapping.Entity;
            import dev.rubedo.mapping.Id;
            import dev.rubedo.mapping.Relationship;
            import java.util.List;
            import org.jspecify.annotations.Nullable;

            @Entity(table = "users")
            public final class User extends UserBase {
                interface Mapped {
                    @Id Long id();
                    @Column(length = 50) String name();
                    @Nullable Integer age();
                    @Relationship(backPopulates = "author", cascade = ALL_DELETE_ORPHAN, orderBy = "id") List<Post> posts();
                }

                User() {}

                public User(String name) {
                    name(name);
                }
            }
            """;

    /** The file {@code src/main/java/shop/Post.java}. */
    static final String POST = """
            package shop;

            import dev.rubedo.mapping.Column;
            import dev.rubedo.mapping.Entity;
            import dev.rubedo.mapping.ForeignKey;
            import dev.rubedo.mapping.Id;
            import dev.rubedo.mapping.Relationship;

            @Entity(table = "posts")
            public final class Post extends PostBase {
                interface Mapped {
                    @Id Long id();
                    @Column(length = 200) String title();
                    @ForeignKey("users.id") Long authorId();
                    @Relationship(backPopulates = "posts") User author();
                }

                Post() {}

                public Post(String title) {
                    title(title);
                }
            }
            """;

    /** The file {@code src/main/java/shop/Main.java}. */
    static final String MAIN = """
            package shop;

            import static dev.rubedo.orm.Orm.select;
            import static shop.Post_.POST;
            import static shop.User_.USER;

            import dev.rubedo.engine.Engine;
            import dev.rubedo.orm.model.Model;
            import dev.rubedo.orm.session.SessionFactory;
            import java.util.List;

            public final class Main {
                private static final Model MODEL = Model.of(USER, POST);

                public static void main(String[] args) {
                    try (Engine engine = Engine.create("sqlite:///shop.db")) {
                        MODEL.metadata().createAll(engine);
                        SessionFactory sessions = SessionFactory.of(engine, MODEL);

                        sessions.inTransaction(session -> {
                            User ada = new User("Ada").age(35);
                            ada.posts().add(new Post("Notes"));
                            ada.posts().add(new Post("More notes"));
                            session.add(ada);
                        });

                        List<Post> hers = sessions.fromTransaction(session -> session.all(
                                select(POST).where(POST.author().name.eq("Ada")).orderBy(POST.title)));
                        hers.forEach(post -> System.out.println(post.id() + ": " + post.title()));
                    }
                }
            }
            """;

    /** The file {@code src/test/java/shop/UserTest.java}. */
    static final String USERTEST = """
            package shop;

            import static dev.rubedo.orm.Orm.select;
            import static org.assertj.core.api.Assertions.assertThat;
            import static shop.Post_.POST;
            import static shop.User_.USER;

            import dev.rubedo.engine.Engine;
            import dev.rubedo.orm.model.Model;
            import dev.rubedo.orm.session.SessionFactory;
            import dev.rubedo.testing.DatabaseTest;
            import dev.rubedo.testing.StatementLog;
            import java.util.List;

            class UserTest {
                private static final Model MODEL = Model.of(USER, POST);

                @DatabaseTest
                void aUserIsStoredWithItsPosts(Engine engine, StatementLog statements) {
                    MODEL.metadata().createAll(engine);
                    SessionFactory sessions = SessionFactory.of(engine, MODEL);
                    User ada = new User("Ada");
                    ada.posts().add(new Post("Notes"));
                    sessions.inTransaction(session -> session.add(ada));
                    statements.clear();

                    List<Post> posts = sessions.fromTransaction(session -> session.all(select(POST)));

                    assertThat(posts).extracting(Post::title).containsExactly("Notes");
                    assertThat(statements).containsExactly("SELECT posts.id, posts.title, posts.author_id FROM posts");
                }
            }
            """;

    private GettingStartedFiles() {}
}
