package dev.rubedo.orm.inheritance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.model.Model;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import org.junit.jupiter.api.Test;

/** Subclasses that use one column of the table of their superclass. */
class SharedColumnTest {

    private static class Plant {}

    private static final class Tree extends Plant {}

    private static final class Herb extends Plant {}

    private static final EntityDefinition<Plant> PLANT = EntityDefinition.of(Plant.class, Plant::new, "plants")
            .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey())
            .column(ColumnDefinition.of("kind", "kind", Types.string(10)).notNull()).discriminator("kind", "plant")
            .build();

    private static <E> EntityPath<E> path(EntityDefinition<E> definition) {
        return new EntityPath<E>(definition, PathOrigin.root()) {};
    }

    @Test
    void theyDefineItInTheSameWay() {
        EntityDefinition<Tree> tree = EntityDefinition.of(Tree.class, Tree::new, "plants").inherits(PLANT, "tree")
                .column(size(Types.INTEGER)).build();
        EntityDefinition<Herb> herb = EntityDefinition.of(Herb.class, Herb::new, "plants").inherits(PLANT, "herb")
                .column(size(Types.BIGINT)).build();

        assertThatThrownBy(() -> Model.of(path(PLANT), path(tree), path(herb))).isInstanceOf(MappingException.class)
                .hasMessage("Column \"size\" of table \"plants\" is Integer in entity \"Tree\" and Long in entity"
                        + " \"Herb\". Subclasses that share a column must define it in the same way. Give one of them "
                        + "another name: @Column(name = \"...\").");
    }

    private static ColumnDefinition size(SqlType<?> type) {
        return ColumnDefinition.of("size", "size", type);
    }
}
