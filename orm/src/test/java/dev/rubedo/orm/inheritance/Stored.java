package dev.rubedo.orm.inheritance;

import dev.rubedo.orm.collection.TrackedList;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import dev.rubedo.result.ParameterWriter;
import dev.rubedo.result.RowReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity whose values are in an array by attribute: what generated code does with fields. Confined to one thread at a time. */
abstract class Stored extends ManagedEntity {

    private final EntityDefinition<?> definition;
    private final @Nullable Object[] values;

    Stored(EntityDefinition<?> definition) {
        this.definition = definition;
        this.values = new Object[definition.attributes().size()];
    }

    @SuppressWarnings("unchecked")
    <T> @Nullable T value(String name) {
        int attribute = definition.indexOf(name);
        if ($isUnloaded(attribute)) {
            $load(attribute);
        }
        return (T) values[attribute];
    }

    void value(String name, @Nullable Object value) {
        int attribute = definition.indexOf(name);
        if (definition.attribute(attribute) instanceof RelationshipDefinition) {
            $assign(attribute, (ManagedEntity) value);
        } else {
            $write(attribute, values[attribute], value);
            values[attribute] = value;
        }
    }

    @SuppressWarnings("unchecked")
    <T extends ManagedEntity> List<T> list(String name) {
        return (List<T>) $collection(definition.indexOf(name));
    }

    @Override
    protected EntityDefinition<?> $definition() {
        return definition;
    }

    @Override
    protected @Nullable Object $get(int attribute) {
        return values[attribute];
    }

    @Override
    protected void $put(int attribute, @Nullable Object value) {
        values[attribute] = value;
    }

    @Override
    protected @Nullable RelatedCollection $collection(int attribute) {
        if (!(definition.attribute(attribute) instanceof RelationshipDefinition relationship)
                || !relationship.isToMany()) {
            return null;
        }
        if (values[attribute] == null) {
            values[attribute] = new TrackedList<>(this, attribute);
        }
        return (RelatedCollection) values[attribute];
    }

    @Override
    protected void $read(RowReader in, int at) {
        int column = at;
        for (int i = 0; i < values.length; i++) {
            if (definition.attribute(i) instanceof ColumnDefinition) {
                $read(i, in, column++);
            }
        }
    }

    @Override
    protected void $read(int attribute, RowReader in, int at) {
        values[attribute] = in.get(at);
    }

    @Override
    protected void $bind(int attribute, ParameterWriter out) {
        out.set(values[attribute]);
    }

    @Override
    public String toString() {
        return $describe();
    }
}
