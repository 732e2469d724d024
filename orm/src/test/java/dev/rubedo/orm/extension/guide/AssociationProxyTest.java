package dev.rubedo.orm.extension.guide;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.extension.guide.Article_.ARTICLE;
import static dev.rubedo.orm.extension.guide.Link_.LINK;
import static dev.rubedo.orm.extension.guide.Summary_.SUMMARY;
import static dev.rubedo.orm.extension.guide.Tag_.TAG;
import static dev.rubedo.orm.extension.guide.Tagging_.TAGGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An attribute of related objects is read, changed and queried as one of their owner. */
class AssociationProxyTest {

    private static final Tag JAVA = new Tag("java");

    private static SessionFactory filled(Engine engine) {
        Model model = Model.of(ARTICLE, TAGGING, TAG, LINK, SUMMARY);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            Article first = new Article("first");
            first.tags().add(new Tag("java"));
            first.tags().add(new Tag("sql"));
            first.links().add(new Link().address("a.example"));
            first.summaryText("short");
            Article second = new Article("second");
            session.add(first, second);
        });
        return sessions;
    }

    private static Article article(Session session, String title) {
        return session.one(select(ARTICLE).where(ARTICLE.title.eq(title)));
    }

    @Test
    void addingAValueCreatesTheObjectBetween() {
        Article article = new Article("new");
        article.tags().add(JAVA);

        assertThat(article.taggings()).singleElement().satisfies(tagging -> {
            assertThat(tagging.tag()).isSameAs(JAVA);
            assertThat(tagging.article()).isSameAs(article);
        });
        assertThat(article.tags()).containsExactly(JAVA);
    }

    @Test
    void removingAValueRemovesTheObjectBetween() {
        Article article = new Article("new");
        article.tags().add(JAVA);
        article.tags().remove(JAVA);

        assertThat(article.taggings()).isEmpty();
    }

    @Test
    void settingAValueChangesTheObjectBetween() {
        Article article = new Article("new");
        article.weights().add(5);
        Tagging tagging = article.taggings().get(0);
        article.weights().set(0, 7);

        assertThat(tagging.weight()).isEqualTo(7);
        assertThat(article.taggings()).containsExactly(tagging);
    }

    @Test
    void aSetIsOfItsValues() {
        Article article = new Article("new");
        article.links().add(new Link().address("a.example"));

        assertThat(article.addresses()).containsExactly("a.example").contains("a.example");
        assertThat(article.addresses().add("a.example")).isFalse();
        article.addresses().remove("a.example");
        assertThat(article.links()).isEmpty();
    }

    @Test
    void withoutACreatorValuesCannotBeAdded() {
        Article article = new Article("new");

        assertThatThrownBy(() -> article.addresses().add("b.example"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("\"Article.addresses\" cannot add values. Write a constructor Link(String) that is not"
                        + " private, or name a static method: @AssociationProxy(creator = \"...\").");
    }

    @Test
    void theValueOfOneObjectIsReadAndWrittenThroughIt() {
        Article article = new Article("new");
        assertThat(article.summaryText(null).summary()).isNull();
        assertThat(article.summaryText()).isNull();
        article.summaryText("short");
        Summary summary = article.summary();
        article.summaryText("shorter");

        assertThat(article.summary()).isSameAs(summary);
        assertThat(article.summaryText()).isEqualTo("shorter");
    }

    @Test
    void theSamplesOfTheGuideDoWhatTheySay() {
        Article article = new Article("new");
        article.tags().add(new Tag("java")); // adds new Tagging(tag)
        article.summaryText("short"); // article.summary(new Summary("short"))

        assertThat(article.taggings()).hasSize(1);
        assertThat(article.summary()).isNotNull();
        assertThat(select(ARTICLE).where(ARTICLE.tags().any(TAG.word.eq("java"))).toString()).contains("EXISTS");
    }

    @DatabaseTest
    void valuesAreStoredAndLoaded(Engine engine) {
        filled(engine).inTransaction(session -> {
            Article first = article(session, "first");

            assertThat(first.tags()).extracting(Tag::word).containsExactly("java", "sql");
            assertThat(first.addresses()).containsExactly("a.example");
            assertThat(first.summaryText()).isEqualTo("short");
            assertThat(article(session, "second").summaryText()).isNull();
        });
    }

    @DatabaseTest
    void aRemovedValueDeletesTheRowBetweenOnly(Engine engine) {
        SessionFactory sessions = filled(engine);
        sessions.inTransaction(session -> article(session, "first").tags().remove(0));

        sessions.inTransaction(session -> {
            assertThat(session.count(select(TAGGING))).isEqualTo(1);
            assertThat(session.count(select(TAG))).isEqualTo(2);
        });
    }

    private static List<String> titles(Session session, dev.rubedo.sql.Condition condition) {
        return session.all(select(ARTICLE.title).where(condition).orderBy(ARTICLE.title));
    }

    @DatabaseTest
    void valuesAreQueried(Engine engine) {
        filled(engine).inTransaction(session -> {
            Tag sql = session.one(select(TAG).where(TAG.word.eq("sql")));

            assertThat(titles(session, ARTICLE.tags().contains(sql))).containsExactly("first");
            assertThat(titles(session, ARTICLE.tags().any(TAG.word.eq("java")))).containsExactly("first");
            assertThat(titles(session, ARTICLE.tags().isEmpty())).containsExactly("second");
            assertThat(titles(session, ARTICLE.addresses().contains("a.example"))).containsExactly("first");
            assertThat(titles(session, ARTICLE.addresses().any(address -> address.startsWith("b")))).isEmpty();
            assertThat(titles(session, ARTICLE.weights().any(weight -> weight.gt(0)))).containsExactly("first");
            assertThat(titles(session, ARTICLE.summaryText().eq("short"))).containsExactly("first");
            assertThat(titles(session, ARTICLE.summaryText().isNull())).containsExactly("second");
        });
    }
}
