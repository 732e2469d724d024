package dev.rubedo.sql;

import static dev.rubedo.sql.Shop.ADDRESSES;
import static dev.rubedo.sql.Shop.USERS;
import static dev.rubedo.sql.Sql.count;
import static dev.rubedo.sql.Sql.deleteFrom;
import static dev.rubedo.sql.Sql.exists;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.UnresolvedElementException;
import dev.rubedo.type.SqlType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a session does with entities, done here by a rewriter that knows one. */
class UnresolvedTest {
    private static final Person PERSON = new Person("person");
    private static final Attribute<Integer> ID = new Attribute<>("id", USERS.id.type());
    private static final Attribute<String> NAME = new Attribute<>("name", USERS.name.type());

    @Test
    void entitiesBecomeTables() {
        var query = select(PERSON).where(NAME.like("a%")).orderBy(ID.desc());

        assertThat((Object) resolved(query))
                .isEqualTo(select(USERS).where(USERS.name.like("a%")).orderBy(USERS.id.desc()));
    }

    @Test
    void entitiesInsideSubqueriesBecomeTables() {
        var query = select(count(ADDRESSES.id)).where(exists(ADDRESSES.userId.eq(ID)),
                ADDRESSES.userId.in(select(ID).where(NAME.eq("x"))));

        assertThat((Object) resolved(query)).isEqualTo(select(count(ADDRESSES.id)).where(
                exists(ADDRESSES.userId.eq(USERS.id)),
                ADDRESSES.userId.in(select(USERS.id).where(USERS.name.eq("x")))));
    }

    @Test
    void columnsOfAnEntitysSubqueryAreFoundWhenItIsKnown() {
        var people = select(PERSON).where(ID.gt(3)).subquery("p");
        var query = select(people.column(NAME)).where(people.column(ID).eq(5));

        var known = select(USERS).where(USERS.id.gt(3)).subquery("p");
        assertThat((Object) resolved(query))
                .isEqualTo(select(known.column(USERS.name)).where(known.column(USERS.id).eq(5)));
    }

    @Test
    void entitiesAreChangedAsTheirTables() {
        assertThat((Object) resolved(update(PERSON).set(NAME, "x").where(ID.eq(1)).returning(ID)))
                .isEqualTo(update(USERS).set(USERS.name, "x").where(USERS.id.eq(1)).returning(USERS.id));
        assertThat((Object) resolved(insertInto(PERSON).values(NAME, "x").onConflict(NAME).doUpdateExcluded(NAME)))
                .isEqualTo(
                        insertInto(USERS).values(USERS.name, "x").onConflict(USERS.name).doUpdateExcluded(USERS.name));
        assertThat((Object) resolved(deleteFrom(PERSON).filterBy("name", "x")))
                .isEqualTo(deleteFrom(USERS).where(USERS.name.eq("x")));
    }

    @Test
    void entitiesHaveNoColumnsByThemselves() {
        assertThatThrownBy(() -> select(PERSON).columns()).isInstanceOf(UnresolvedElementException.class)
                .hasMessage(
                        "Entity \"person\" has no columns without its mapping. Run the statement through a Session, or "
                                + "resolve it with model.resolve(...)");
        assertThat(select(PERSON).isResolved()).isFalse();
    }

    @Test
    void relationshipsAreJoinedBySessionsOnly() {
        assertThatThrownBy(() -> select(PERSON).join(() -> PERSON).froms())
                .isInstanceOf(UnresolvedElementException.class)
                .hasMessageStartingWith("A join along the relationship");
    }

    @Test
    void filterByKnowsAttributesAndJoinedEntities() {
        assertThat(select(PERSON).filterBy("name", "x")).isEqualTo(select(PERSON).where(NAME.eq("x")));
        assertThat(select(count(ADDRESSES.city)).join(() -> PERSON).filterBy("name", "x").conditions())
                .isEqualTo(NAME.eq("x"));
    }

    private static Statement<?> resolved(Statement<?> statement) {
        return new Resolver().statement(statement);
    }

    private static final class Resolver extends Rewriter {
        @Override
        @SuppressWarnings("unchecked") // the column has the type of the attribute
        public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
            if (node instanceof Attribute<?> attribute) {
                return (Expression<T>) (Expression<?>) USERS.require(attribute.name());
            }
            return super.expression(node);
        }

        @Override
        public Projection<?> projection(Projection<?> node) {
            return node instanceof Person ? USERS : super.projection(node);
        }

        @Override
        public FromClause from(FromClause node) {
            return node instanceof Person ? USERS : super.from(node);
        }
    }

    private record Person(String label) implements UnresolvedEntity<Object> {
        @Override
        public Optional<? extends UnresolvedExpression<?>> attribute(String name) {
            return switch (name) {
                case "id" -> Optional.of(ID);
                case "name" -> Optional.of(NAME);
                default -> Optional.empty();
            };
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private record Attribute<T extends @Nullable Object>(String name,
            SqlType<T> type) implements UnresolvedExpression<T> {
        @Override
        public UnresolvedEntity<?> entity() {
            return PERSON;
        }
    }
}
