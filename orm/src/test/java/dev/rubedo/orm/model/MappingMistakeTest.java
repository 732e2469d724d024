package dev.rubedo.orm.model;

import static dev.rubedo.schema.Column.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.CollectionKind;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.Orm;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.schema.MetaData;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Invalid mappings are rejected when the model is built. The processor reports most of them earlier. */
class MappingMistakeTest {

    private static final EntityPath<Child> CHILD = new EntityPath<>(
            EntityDefinition.of(Child.class, Child::new, "children")
                    .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey().generated())
                    .column(ColumnDefinition.of("parentId", "parent_id", Types.BIGINT).references("parents.id"))
                    .build(),
            PathOrigin.root()) {};

    static final class Child {}

    static final class Parent {}

    private static EntityPath<Parent> parent(RelationshipDefinition relationship) {
        return new EntityPath<>(EntityDefinition.of(Parent.class, Parent::new, "parents")
                .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey().generated())
                .relationship(relationship).build(),
                PathOrigin.root()) {};
    }

    private static void refused(RelationshipDefinition relationship, String... message) {
        assertThatThrownBy(() -> Model.of(parent(relationship), CHILD)).isInstanceOf(MappingException.class).message()
                .contains(message);
    }

    @Test
    void aTargetOutsideOfTheModel() {
        assertThatThrownBy(() -> Model.of(parent(RelationshipDefinition.toMany("children", CollectionKind.LIST, () -> CHILD))))
                .isInstanceOf(MappingException.class).hasMessageContaining("Parent.children")
                .hasMessageContaining("Child_");
    }

    @Test
    void aClassThatIsNoEntity() {
        Model model = Model.of(CHILD);

        assertThatThrownBy(() -> model.mapper(String.class)).isInstanceOf(MappingException.class)
                .hasMessage("Class \"java.lang.String\" is not an entity, because it does not extend a class that the "
                        + "annotation processor generated. Annotate it with @Entity, let it extend \"StringBase\", and "
                        + "add dev.rubedo:rubedo-processor to the annotation processors of the build.");
    }

    @Test
    void aBackReferenceToNothing() {
        refused(RelationshipDefinition.toMany("children", CollectionKind.LIST, () -> CHILD).backPopulates("parent"),
                "Parent.children",
                "no such attribute");
        refused(RelationshipDefinition.toMany("children", CollectionKind.LIST, () -> CHILD).backPopulates("parentId"),
                "not a relationship");
    }

    @Test
    void anOrderByWhatIsNotThere() {
        refused(RelationshipDefinition.toMany("children", CollectionKind.LIST, () -> CHILD).orderBy("name"), "orderBy", "name");
        refused(RelationshipDefinition.toMany("children", CollectionKind.LIST, () -> CHILD).orderBy("id up"), "id up");
    }

    @Test
    void aLinkOfAttributesThatAreNotThere() {
        refused(RelationshipDefinition.toMany("children", CollectionKind.LIST, () -> CHILD)
                .inverseForeignKey(List.of("motherId"), List.of("id")), "Parent.children", "motherId", "\"Child\"");
        refused(RelationshipDefinition.toMany("children", CollectionKind.LIST, () -> CHILD)
                .inverseForeignKey(List.of("parentId"), List.of("code")), "Parent.children", "code", "\"Parent\"");
        refused(RelationshipDefinition.toMany("children", CollectionKind.LIST, () -> CHILD)
                .inverseForeignKey(List.of("parentId"), List.of()), "1 attributes", "0 on the other");
        refused(RelationshipDefinition.toOne("self", () -> OTHER), "refers to entity", "Other");
    }

    @Test
    void aCollectionByItsOwnForeignKey() {
        refused(RelationshipDefinition.toMany("children", CollectionKind.LIST, () -> CHILD)
                .foreignKey(List.of("id"), List.of("parentId")), "Parent.children", "inverseForeignKey");
    }

    private static final EntityPath<Other> OTHER = new EntityPath<>(
            EntityDefinition.of(Other.class, Other::new, "others")
                    .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey()).build(),
            PathOrigin.root()) {};

    static final class Other {}

    @Test
    void noLinkAtAll() {
        assertThatThrownBy(() -> Model.of(parent(RelationshipDefinition.toOne("other", () -> OTHER)), OTHER))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("no link").hasMessageContaining("Parent.other")
                .hasMessageContaining("joinTable");
    }

    @Test
    void anOrphanOfManyParents() {
        refused(RelationshipDefinition.toMany("children", CollectionKind.LIST, () -> CHILD)
                .joinTable("links", List.of("parent_id"), List.of("child_id"))
                .cascade(Cascade.ALL_DELETE_ORPHAN),
                "DELETE_ORPHAN");
    }

    @Test
    void anEntityWithoutAKeyAndATableMappedTwice() {
        EntityPath<Other> keyless = new EntityPath<>(
                EntityDefinition.of(Other.class, Other::new, "others")
                        .column(ColumnDefinition.of("a", "a", Types.BIGINT)).build(),
                PathOrigin.root()) {};
        EntityPath<Other> same = new EntityPath<>(EntityDefinition.of(Other.class, Other::new, "children")
                .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey()).build(), PathOrigin.root()) {};

        assertThatThrownBy(() -> Model.of(keyless)).isInstanceOf(MappingException.class)
                .hasMessageContaining("no primary key");
        assertThatThrownBy(() -> Model.of(CHILD, same)).isInstanceOf(MappingException.class)
                .hasMessageContaining("both map table");
    }

    @Test
    void aSelfReferenceOverATableNeedsNamesForBothColumns() {
        EntityPath<?>[] self = new EntityPath<?>[1];
        self[0] = parent(RelationshipDefinition.toMany("friends", CollectionKind.SET, () -> self[0]).joinTable("friends",
                List.of("parent_id"), List.of("parent_id")));
        assertThatThrownBy(() -> Model.of(self[0])).isInstanceOf(MappingException.class)
                .hasMessageContaining("parent_id").hasMessageContaining("twice");

        self[0] = parent(RelationshipDefinition.toMany("friends", CollectionKind.SET, () -> self[0]).joinTable("friends",
                List.of("one"), List.of("other")));
        assertThat(Model.of(self[0]).metadata().require("friends").columns()).extracting(column -> column.name())
                .containsExactly("one", "other");
    }

    @Test
    void twoIndexesOfOneName() {
        EntityPath<Other> twice = new EntityPath<>(EntityDefinition.of(Other.class, Other::new, "other")
                .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey())
                .column(ColumnDefinition.of("a", "a_b", Types.BIGINT).index()).index("", "a", "id").build(),
                PathOrigin.root()) {};
        EntityPath<Other> one = new EntityPath<>(EntityDefinition.of(Other.class, Other::new, "other")
                .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey())
                .column(ColumnDefinition.of("a", "a_b", Types.BIGINT).index()).build(), PathOrigin.root()) {};
        EntityPath<Child> same = new EntityPath<>(EntityDefinition.of(Child.class, Child::new, "other_a")
                .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey())
                .column(ColumnDefinition.of("b", "b", Types.BIGINT).index()).build(), PathOrigin.root()) {};

        assertThatThrownBy(() -> Model.of(twice)).isInstanceOf(MappingException.class)
                .hasMessageContaining("Index \"ix_other_a_b\" of entity \"Other\"");
        assertThatThrownBy(() -> Model.of(one, same)).isInstanceOf(MappingException.class)
                .hasMessageContaining("Index \"ix_other_a_b\" of entity \"Child\"")
                .hasMessageContaining("of entity \"Other\"");
    }

    private static void refusedQuery(Supplier<Selectable<?>> query, String message) {
        EntityPath<Parent> entity = new EntityPath<>(EntityDefinition.of(Parent.class, Parent::new, "totals")
                .query(query).column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey())
                .column(ColumnDefinition.of("total", "total", Types.BIGINT)).build(), PathOrigin.root()) {};
        assertThatThrownBy(() -> Model.of(entity, CHILD)).isInstanceOf(RubedoException.class).hasMessage(message);
    }

    @Test
    void aQueryWithoutTheColumnOfAnAttribute() {
        refusedQuery(() -> Sql.select(Sql.literal(1L).as("id"), Sql.literal(2L).as("sum")),
                "The query of entity \"Parent\" has no column \"total\" for attribute \"total\", only [id, sum]. "
                        + "Select it with .as(\"total\"), or name another: @Column(name = \"...\").");
    }

    @Test
    void aQueryWithOtherValues() {
        refusedQuery(() -> Sql.select(Sql.literal(1L).as("id"), Sql.literal(2).as("total")),
                "The query of entity \"Parent\" has values of java.lang.Integer in column \"total\", but attribute "
                        + "\"total\" has values of java.lang.Long. Cast the column in the query, or change the type of"
                        + " the attribute.");
    }

    @Test
    void aQueryNamedLikeATable() {
        MetaData metadata = new MetaData();
        metadata.table("totals", column("id", Types.BIGINT).primaryKey());
        EntityPath<Parent> entity = new EntityPath<>(EntityDefinition.of(Parent.class, Parent::new, "totals")
                .query(() -> Sql.select(Sql.literal(1L).as("id")))
                .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey()).build(), PathOrigin.root()) {};

        assertThatThrownBy(() -> Model.of(metadata, entity)).isInstanceOf(MappingException.class)
                .hasMessage("Entity \"Parent\" is read from a query, but is named like table \"totals\". Give it "
                        + "another name: @Entity(table = \"...\") is the alias of the query.");
    }

    @Test
    void aQueryOfItself() {
        List<EntityPath<Parent>> entity = new ArrayList<>();
        entity.add(new EntityPath<>(EntityDefinition.of(Parent.class, Parent::new, "totals")
                .query(() -> Orm.select(entity.get(0)))
                .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey()).build(), PathOrigin.root()) {});

        assertThatThrownBy(() -> Model.of(entity.get(0))).isInstanceOf(InvalidStatementException.class)
                .hasMessage("The query of entity \"Parent\" reads this entity itself, directly or through others. Read "
                        + "the underlying tables.");
    }

    @Test
    void aRelationshipThatWouldWriteRowsOfAQuery() {
        EntityPath<Parent> entity = new EntityPath<>(EntityDefinition.of(Parent.class, Parent::new, "totals")
                .query(() -> Sql.select(Sql.literal(1L).as("id")))
                .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey())
                .relationship(RelationshipDefinition.toMany("children", CollectionKind.LIST, () -> CHILD)
                        .inverseForeignKey(List.of("parentId"), List.of("id")))
                .build(), PathOrigin.root()) {};

        assertThatThrownBy(() -> Model.of(entity, CHILD)).isInstanceOf(MappingException.class)
                .hasMessage("Relationship \"Parent.children\" would write rows of \"Parent\", which is read from a "
                        + "query. Make it viewOnly.");
    }
}
