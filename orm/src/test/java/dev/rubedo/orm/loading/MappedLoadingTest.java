package dev.rubedo.orm.loading;

import static dev.rubedo.orm.Orm.loadAll;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.through;
import static dev.rubedo.orm.loading.Category_.CATEGORY;
import static dev.rubedo.orm.loading.Product_.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.error.LazyLoadException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** What mappings say about loading. */
class MappedLoadingTest {

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        Model model = Model.of(CATEGORY, PRODUCT);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            Category first = new Category("a");
            Category parent = first;
            for (String name : List.of("b", "c", "d")) {
                Category child = new Category(name);
                child.products().add(new Product(name + "1"));
                parent.children().add(child);
                parent = child;
            }
            session.add(first);
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest(only = "sqlite")
    void aMappingJoinsAsManyLevelsAsItsDepth(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Category a = session.one(select(CATEGORY).where(CATEGORY.name.eq("a")));

            assertThat(statements).statement(0).hasSql("""
                    SELECT categories.id, categories.name, categories.parent_id,
                    categories_1.id AS id_1, categories_1.name AS name_1, categories_1.parent_id AS parent_id_1,
                    categories_2.id AS id_2, categories_2.name AS name_2, categories_2.parent_id AS parent_id_2
                    FROM categories LEFT OUTER JOIN categories AS categories_2 ON categories.id = categories_2.parent_id
                    LEFT OUTER JOIN categories AS categories_1 ON categories_2.id = categories_1.parent_id
                    WHERE categories.name = ? ORDER BY categories_2.id, categories_1.id
                    """);
            assertThat(a.children().get(0).children().get(0).name()).isEqualTo("c");
        }
    }

    @DatabaseTest
    void aCycleOfMappingsEndsWhenEverythingIsLoaded(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Category a = session.one(select(CATEGORY).where(CATEGORY.name.eq("a")));
            statements.clear();

            Category d = a.children().get(0).children().get(0).children().get(0);
            assertThat(d.products()).extracting(Product::name).containsExactly("d1");
            assertThat(d.products().get(0).category()).isSameAs(d);
            assertThat(statements).isEmpty();
        }
    }

    @DatabaseTest(only = "sqlite")
    void aMappingJoinsByAnInnerJoin(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            session.all(select(PRODUCT).options(through(PRODUCT.category).then(loadAll(CATEGORY, Loading.LAZY))));

            assertThat(statements).containsExactly("""
                    SELECT products.id, products.name, products.category_id, categories_1.id AS id_1,
                    categories_1.name AS name_1, categories_1.parent_id FROM products
                    JOIN categories AS categories_1 ON categories_1.id = products.category_id
                    """);
        }
    }

    @DatabaseTest
    void aMappingForbidsStatements(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Category b = session.one(select(CATEGORY).where(CATEGORY.name.eq("b")));

            assertThatThrownBy(b::parent).isInstanceOf(LazyLoadException.class)
                    .hasMessageContaining("raiseOnSql(...) forbids");
            Category a = session.require(CATEGORY, 1);
            assertThat(b.parent()).isSameAs(a);
        }
    }
}
