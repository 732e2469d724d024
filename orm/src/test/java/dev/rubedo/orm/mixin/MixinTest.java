package dev.rubedo.orm.mixin;

import static dev.rubedo.orm.mixin.Member_.MEMBER;
import static dev.rubedo.orm.mixin.Product_.PRODUCT;
import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.testing.DatabaseTest;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attributes, formulas, hybrids, constraints and criteria that entities have from mixins. */
class MixinTest {

    private static final LocalDateTime DAY = LocalDateTime.of(2024, 5, 1, 12, 0);

    private static SessionFactory open(Engine engine) {
        Model model = Model.of(MEMBER, PRODUCT);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            Member ann = new Member("Ann");
            Member bob = new Member("Bob").deletedAt(DAY);
            session.addAll(List.of(ann, bob, new Product("Tea").owner(ann).code("t"),
                    new Product("Cup").owner(ann).code("c").deletedAt(DAY),
                    new Product("Hat").owner(bob).code("t")));
        });
        return sessions;
    }

    @DatabaseTest
    void anAbstractBaseGivesKeysAndTimes(Engine engine) {
        SessionFactory sessions = open(engine);
        Member ann = sessions.fromTransaction(session -> session.require(Member.class, 1L));
        assertThat(ann.createdAt()).isNotNull();
        assertThat(ann.wasChanged()).isFalse();

        Member changed = sessions.fromTransaction(session -> session.require(Member.class, 1L).name("Anne"));

        assertThat(changed.createdAt()).isEqualTo(ann.createdAt());
        assertThat(changed.updatedAt()).isAfterOrEqualTo(ann.updatedAt());
    }

    @DatabaseTest
    void aFormulaOfAMixinIsAnAttributeOfItsEntities(Engine engine) {
        open(engine).inTransaction(session -> {
            List<Member> members = session.all(select(MEMBER).orderBy(MEMBER.id));
            assertThat(members).extracting(Member::deleted).containsExactly(false, true);
            assertThat(session.all(select(PRODUCT.title).where(PRODUCT.deleted.eq(true)))).containsExactly("Cup");
        });
    }

    @DatabaseTest
    void aHybridOfAMixinWorksInJavaAndInSql(Engine engine) {
        open(engine).inTransaction(session -> {
            Product cup = session.one(select(PRODUCT).where(PRODUCT.deletedBefore(DAY.plusDays(1))));
            assertThat(cup.title()).isEqualTo("Cup");
            assertThat(cup.deletedBefore(DAY.plusDays(1))).isTrue();
            assertThat(session.count(select(PRODUCT).where(PRODUCT.deletedBefore(DAY)))).isZero();
        });
    }

    @DatabaseTest
    void criteriaOfAMixinReachEveryEntityThatHasIt(Engine engine) {
        Model model = Model.of(MEMBER, PRODUCT);
        open(engine);
        SessionFactory sessions = SessionFactory.builder(engine, model)
                .mixinCriteria(SoftDeletable.class, SoftDeletable_::of, row -> row.deletedAt.isNull()).build();

        try (Session session = sessions.open()) {
            assertThat(session.all(select(MEMBER.name))).containsExactly("Ann");
            assertThat(session.all(select(PRODUCT.title).orderBy(PRODUCT.title))).containsExactly("Hat", "Tea");
            assertThat(session.get(Product.class, 2L)).isEmpty();
        }
    }

    @DatabaseTest
    void constraintsOfAMixinAreInEachTable(Engine engine) {
        SessionFactory sessions = open(engine);

        assertThatThrownBy(() -> sessions.inTransaction(session -> session
                .add(new Product("Tin").owner(session.require(Member.class, 1L)).code("T"))))
                .isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void namesOfConstraintsContainTheTable() {
        Model model = Model.of(MEMBER, PRODUCT);
        var product = model.metadata().find("product").orElseThrow();

        assertThat(product.indexes()).extracting(Index::name).containsExactly("ix_product_created");
        assertThat(model.metadata().find("member").orElseThrow().indexes()).extracting(Index::name)
                .containsExactly("ix_member_created");
        assertThat(product.uniqueConstraints()).extracting(UniqueConstraint::name)
                .containsExactly("uq_product_code");
    }

    @DatabaseTest(only = "sqlite")
    void aGenericMixinHasItsOwnQueryModel(Engine engine) {
        Owned_<Member> owned = Owned_.of(PRODUCT);

        open(engine).inTransaction(session -> assertThat(
                session.all(select(PRODUCT.title).where(owned.code.eq("T")).orderBy(PRODUCT.title)))
                .containsExactly("Hat", "Tea"));
        assertThatThrownBy(() -> Owned_.of(MEMBER)).hasMessageStartingWith("\"Member\" has no attribute");
    }

    @Test
    void aMixinThatNoEntityHasIsRefused() {
        assertThatThrownBy(() -> SessionFactory.builder(Engine.create("sqlite:///:memory:"), Model.of(MEMBER))
                .mixinCriteria(Owned.class, path -> path, path -> MEMBER.name.isNull()))
                .hasMessage("No entity of the model has mixin \"Owned\". Let the Mapped of an entity extend it.");
    }
}
