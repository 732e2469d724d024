package dev.rubedo.orm.model;

import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NoteKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableItem;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Creates tables from definitions, then resolves the relationships. Confined to one thread at a time. */
final class ModelBuilder {

    private final MetaData metadata;
    private final ModelNames names;
    private final Map<EntityDefinition<?>, Mapper<?>> mappers = new LinkedHashMap<>();
    private final Map<EntityDefinition<?>, List<ForeignKeys.Reference>> references = new LinkedHashMap<>();
    /** The columns by attribute. An inherited attribute is the same object in all entities that have it. */
    private final Map<AttributeDefinition, Column<?>> columns = new IdentityHashMap<>();
    private int hierarchies;
    private int tables;

    ModelBuilder(MetaData metadata, ModelNames names) {
        this.metadata = metadata;
        this.names = names;
    }

    List<Mapper<?>> build(List<EntityPath<?>> paths) {
        Map<EntityDefinition<?>, EntityPath<?>> entities = new LinkedHashMap<>();
        Map<String, EntityDefinition<?>> tables = new LinkedHashMap<>();
        for (EntityPath<?> path : paths) {
            EntityDefinition<?> definition = path.$definition();
            if (entities.putIfAbsent(definition, path) == null && !sharesTable(definition)) {
                EntityDefinition<?> other = tables.put(names.qualified(definition), definition);
                if (other != null) {
                    throw new MappingException(
                            "Entities \"" + other.name() + "\" and \"" + definition.name() + "\" both map table \""
                                    + names.table(definition) + "\".");
                }
            }
        }
        entities.keySet().forEach(definition -> references.put(definition,
                ForeignKeys.of(definition, entities.keySet())));
        entities.forEach((definition, path) -> mapper(path, entities));
        List<Mapper<?>> all = List.copyOf(mappers.values());
        all.forEach(this::addToSuperclasses);
        checkIndexNames(all);
        new RelationshipResolver(metadata, all, mappers, names).resolve();
        all.forEach(ModelBuilder::checkTargets);
        all.forEach(QueryMappings::checkRelationships);
        return all;
    }

    /**
     * Checks that index names are unique. In most databases an index name is unique in its schema, in some only in its
     * table.
     */
    private static void checkIndexNames(List<Mapper<?>> mappers) {
        Map<String, Mapper<?>> users = new LinkedHashMap<>();
        Set<Table> tables = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Mapper<?> mapper : mappers) {
            if (!tables.add(mapper.table())) {
                // an entity in the table of its superclass
                continue;
            }
            for (Index index : mapper.definition().hasNoTable() || mapper.isReadOnly() ? List.<Index>of() : mapper.table().indexes()) {
                String name = index.name();
                String place = mapper.table().schema() + "." + name.toLowerCase(Locale.ROOT);
                Mapper<?> other = users.putIfAbsent(place, mapper);
                if (other == mapper || other != null && !(isGiven(other, name) && isGiven(mapper, name))) {
                    throw new MappingException("Index \"" + name + "\" of entity \"" + mapper.name()
                            + "\" has the same name as one of entity \"" + other.name()
                            + "\". Rename one of them: @Index(name = \"...\").");
                }
            }
        }
    }

    private static boolean isGiven(Mapper<?> mapper, String index) {
        return mapper.definition().indexes().stream().anyMatch(one -> one.name().equals(index));
    }

    /** No foreign key can refer to the rows of several tables. */
    private static void checkTargets(Mapper<?> mapper) {
        for (RelationshipProperty relationship : mapper.relationships()) {
            if (!relationship.target().concretes().isEmpty()) {
                throw new MappingException("\"" + mapper.name() + "." + relationship.name() + "\" refers to \""
                        + relationship.target().name() + "\", whose subclasses have tables of their own, so no"
                        + " foreign key can refer to all of them. Let it refer to one of the subclasses.");
            }
        }
    }

    private void addToSuperclasses(Mapper<?> mapper) {
        for (EntityDefinition<?> above = mapper.definition().concreteParent(); above != null; above = above
                .concreteParent()) {
            Mapper<?> found = mappers.get(above);
            if (found != null) {
                found.addConcrete(mapper);
            }
        }
    }

    /** Returns whether an entity stores its rows in the table of its superclass. */
    private static boolean sharesTable(EntityDefinition<?> definition) {
        EntityDefinition<?> parent = definition.parent();
        return parent != null && ForeignKeys.tableName(parent).equals(ForeignKeys.tableName(definition));
    }

    /** Creates the mapper of an entity, after that of its superclass. */
    private <E> Mapper<?> mapper(EntityPath<E> path, Map<EntityDefinition<?>, EntityPath<?>> entities) {
        EntityDefinition<E> definition = path.$definition();
        Mapper<?> known = mappers.get(definition);
        if (known != null) {
            return known;
        }
        Mapper<?> parent = parent(definition, entities);
        QueryMappings.check(definition);
        if (definition.primaryKey().length == 0) {
            throw new MappingException(
                    "Entity \"" + definition.name() + "\" has no primary key. Annotate one or more attributes with @Id.");
        }
        List<EntityTable> tables = parent == null ? new ArrayList<>() : new ArrayList<>(parent.tables());
        if (!sharesTable(definition)) {
            tables.add(table(definition, tables.size(), entities.keySet()));
        }
        @Nullable Column<?>[] own = new Column<?>[definition.attributes().size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = columns.get(definition.attribute(i));
        }
        Mapper<E> made = new Mapper<>(mappers.size(), path, parent, hierarchies, tables, own);
        hierarchies += parent == null ? 1 : 0;
        mappers.put(definition, made);
        return made;
    }

    private @Nullable Mapper<?> parent(EntityDefinition<?> definition,
            Map<EntityDefinition<?>, EntityPath<?>> entities) {
        EntityDefinition<?> parent = definition.parent();
        if (parent == null) {
            return null;
        }
        EntityPath<?> path = entities.get(parent);
        if (path == null) {
            throw new MappingException("Entity \"" + definition.name() + "\" inherits from \"" + parent.name()
                    + "\", which is not in this model. Add its " + parent.name() + "_ to Model.of(...).");
        }
        if (parent.discriminator() < 0) {
            throw new MappingException("Entity \"" + definition.name() + "\" inherits from \"" + parent.name()
                    + "\", whose hierarchy has no discriminator to distinguish their rows.");
        }
        return mapper(path, entities);
    }

    /** Creates a table of an entity, including the columns of subclasses that store their rows there. */
    private EntityTable table(EntityDefinition<?> definition, int slot, Set<EntityDefinition<?>> all) {
        Table given = metadata.find(names.qualified(definition)).orElse(null);
        if (given != null && definition.isFromQuery()) {
            throw QueryMappings.sameName(definition, given.name());
        }
        if (given != null) {
            return given(definition, given, slot, all);
        }
        List<TableItem> items = new ArrayList<>();
        List<String> key = new ArrayList<>();
        EntityDefinition<?> parent = definition.parent();
        for (int attribute : definition.primaryKey()) {
            ColumnDefinition column = (ColumnDefinition) definition.attribute(attribute);
            key.add(names.column(definition, column));
            if (parent != null) {
                items.add(Column.column(names.column(definition, column), type(definition, attribute)).primaryKey());
            }
        }
        if (parent != null) {
            String table = names.qualified(parent);
            EntityDefinition<?> above = parent;
            ForeignKey upwards = ForeignKey.on(key.toArray(new String[0]))
                    .references(Arrays.stream(definition.primaryKey()).mapToObj(attribute -> table + "."
                            + names.column(above, (ColumnDefinition) above.attribute(attribute))).toArray(String[]::new));
            if (definition.isPassivelyDeleted()) {
                upwards = upwards.onDelete(ReferentialAction.CASCADE);
            }
            // a key that the application assigns may change; the database then changes it in this table too
            items.add(isAssigned(definition) ? upwards.onUpdate(ReferentialAction.CASCADE) : upwards);
        }
        own(definition, items, null);
        SharedColumns shared = new SharedColumns(names.table(definition));
        for (EntityDefinition<?> other : all) {
            if (other != definition && other.isA(definition) && storesIn(other, definition)) {
                own(other, items, shared);
            }
        }
        if (definition.schema() != null) {
            items.add(TableOption.schema(definition.schema()));
        }
        if (!definition.comment().isEmpty()) {
            items.add(TableOption.comment(definition.comment()));
        }
        definition.options().forEach(option -> items.add(TableOption.of(option.dialect(), option.name(),
                option.value())));
        // the table of a class without one only describes its columns
        MetaData home = definition.hasNoTable() || definition.isFromQuery() ? new MetaData() : metadata;
        Table table = home.table(names.table(definition), items.toArray(new TableItem[0]));
        if (!definition.renamedFrom().isEmpty()) {
            table.note(NoteKey.RENAMED_FROM, names.table(definition.renamedFrom()));
        }
        List<Column<?>> keyColumns = new ArrayList<>();
        key.forEach(name -> keyColumns.add(table.require(name)));
        return new EntityTable(table, definition.name(), tables++, slot, keyColumns);
    }

    private static boolean isAssigned(EntityDefinition<?> definition) {
        for (int attribute : definition.primaryKey()) {
            if (((ColumnDefinition) definition.attribute(attribute)).isGenerated()) {
                return false;
            }
        }
        return true;
    }

    /** Maps an entity to a table that the MetaData already has. */
    private EntityTable given(EntityDefinition<?> definition, Table table, int slot, Set<EntityDefinition<?>> all) {
        GivenColumns found = new GivenColumns(table, names);
        List<Column<?>> key = new ArrayList<>();
        for (int attribute : definition.primaryKey()) {
            key.add(found.find(definition, (ColumnDefinition) definition.attribute(attribute)));
        }
        for (EntityDefinition<?> one : all) {
            if (one == definition || one.isA(definition) && storesIn(one, definition)) {
                EntityDefinition<?> parent = one.parent();
                one.attributes().stream().skip(parent == null ? 0 : parent.attributes().size())
                        .forEach(attribute -> {
                            if (attribute instanceof ColumnDefinition column) {
                                columns.put(column, found.find(one, column));
                            }
                        });
            }
        }
        found.checkOthers(definition);
        if (definition.isPassivelyDeleted() && definition.parent() != null) {
            requireCascade(definition, table, key);
        }
        return new EntityTable(table, definition.name(), tables++, slot, key);
    }

    private void requireCascade(EntityDefinition<?> definition, Table table, List<Column<?>> key) {
        List<String> columns = key.stream().map(Column::name).toList();
        if (table.foreignKeys().stream().noneMatch(
                one -> one.deleteAction() == ReferentialAction.CASCADE && one.columnNames().equals(columns))) {
            throw new MappingException("Entity \"" + definition.name()
                    + "\" leaves the deletion of its rows to the database (passiveDeletes), but table \"" + table.name()
                    + "\" has no foreign key (" + String.join(", ", columns) + ") to \""
                    + names.table(Objects.requireNonNull(definition.parent(), "parent"))
                    + "\" with ON DELETE CASCADE. Add it, or remove passiveDeletes.");
        }
    }

    /** Returns whether every entity from this one up to {@code owner} shares the owner's table. */
    private static boolean storesIn(EntityDefinition<?> definition, EntityDefinition<?> owner) {
        for (EntityDefinition<?> one = definition; one != null && one != owner; one = one.parent()) {
            if (!sharesTable(one)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Adds the columns that an entity does not inherit. The columns that a subclass adds to a shared table are empty in
     * rows of other entities.
     *
     * @param shared the columns that subclasses have added, or null if the table is the entity's own
     */
    private void own(EntityDefinition<?> definition, List<TableItem> items, @Nullable SharedColumns shared) {
        EntityDefinition<?> parent = definition.parent();
        int from = parent == null ? 0 : parent.attributes().size();
        List<ForeignKeys.Reference> own = referencesOf(definition).stream()
                .filter(reference -> reference.attributes()[0] >= from).toList();
        Set<Integer> inComposite = new TreeSet<>();
        for (ForeignKeys.Reference reference : own) {
            if (reference.attributes().length > 1) {
                Arrays.stream(reference.attributes()).forEach(inComposite::add);
            }
        }
        List<AttributeDefinition> attributes = definition.attributes();
        for (int i = from; i < attributes.size(); i++) {
            if (attributes.get(i) instanceof ColumnDefinition column) {
                Column<?> known = shared == null ? null : shared.find(definition, column, type(definition, i));
                if (known != null) {
                    columns.put(column, known);
                    continue;
                }
                Column<?> one = new ColumnMaker(definition, column, shared != null, names).make(type(definition, i),
                        !inComposite.contains(i), definition.primaryKey().length == 1);
                if (shared != null) {
                    shared.add(definition, column, one);
                }
                columns.put(column, one);
                items.add(one);
            }
        }
        for (ForeignKeys.Reference reference : own) {
            if (reference.attributes().length > 1) {
                items.add(foreignKey(reference));
            }
        }
        constraints(definition, items);
    }

    private List<ForeignKeys.Reference> referencesOf(EntityDefinition<?> definition) {
        return Objects.requireNonNull(references.get(definition));
    }

    /**
     * Returns the type of a column. A foreign key without a size takes it from the column that it finally refers to, as
     * in SQLAlchemy; any other string has the default length.
     */
    private SqlType<?> type(EntityDefinition<?> entity, int attribute) {
        Set<AttributeDefinition> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Target at = new Target(entity, attribute);
        SqlType<?> type = at.type();
        while (isUnsized(type) && seen.add(at.entity.attribute(at.attribute))) {
            Target next = target(at, type);
            if (next == null) {
                break;
            }
            at = next;
            type = at.type();
        }
        return type.equals(Types.STRING) ? Types.string(dev.rubedo.mapping.Column.DEFAULT_LENGTH) : type;
    }

    private static boolean isUnsized(SqlType<?> type) {
        return type.equals(Types.STRING) || type.equals(Types.UNBOUNDED_NUMERIC);
    }

    /** Returns the referenced column if its type is of the same class, or null. */
    private @Nullable Target target(Target from, SqlType<?> type) {
        for (ForeignKeys.Reference reference : referencesOf(from.entity)) {
            for (int i = 0; i < reference.attributes().length; i++) {
                Target target = new Target(reference.to(), reference.targets()[i]);
                if (reference.attributes()[i] == from.attribute && target.type().getClass() == type.getClass()) {
                    return target;
                }
            }
        }
        return null;
    }

    /** A column of an entity. Immutable. */
    private record Target(EntityDefinition<?> entity, int attribute) {

        SqlType<?> type() {
            return ((ColumnDefinition) entity.attribute(attribute)).type();
        }
    }

    private ForeignKey foreignKey(ForeignKeys.Reference reference) {
        int count = reference.attributes().length;
        String[] columns = new String[count];
        String[] targets = new String[count];
        ReferentialAction action = ReferentialAction.DEFAULT;
        boolean follows = false;
        for (int i = 0; i < count; i++) {
            ColumnDefinition column = (ColumnDefinition) reference.from().attribute(reference.attributes()[i]);
            columns[i] = names.column(reference.from(), column);
            targets[i] = names.reference(String.valueOf(column.references()));
            action = ColumnMaker.action(column) == ReferentialAction.DEFAULT ? action : ColumnMaker.action(column);
            follows |= column.isUpdateCascade();
        }
        ForeignKey made = ForeignKey.on(columns).references(targets);
        ForeignKey key = follows ? made.onUpdate(ReferentialAction.CASCADE) : made;
        return action == ReferentialAction.DEFAULT ? key : key.onDelete(action);
    }

    private void constraints(EntityDefinition<?> definition, List<TableItem> items) {
        for (EntityDefinition.UniqueDefinition unique : definition.uniques()) {
            UniqueConstraint constraint = UniqueConstraint.on(columnNames(definition, unique.attributes()));
            items.add(unique.name().isEmpty() ? constraint : constraint.named(unique.name()));
        }
        for (EntityDefinition.IndexDefinition index : definition.indexes()) {
            Index made = Index.on(columnNames(definition, index.attributes()));
            made = index.name().isEmpty() ? made : made.named(index.name());
            items.add(index.unique() ? made.unique() : made);
        }
        for (EntityDefinition.CheckDefinition check : definition.checks()) {
            CheckConstraint constraint = CheckConstraint.of(check.sql());
            items.add(check.name().isEmpty() ? constraint : constraint.named(check.name()));
        }
    }

    private String[] columnNames(EntityDefinition<?> definition, List<String> attributes) {
        String[] columns = new String[attributes.size()];
        for (int i = 0; i < columns.length; i++) {
            int index = definition.indexOf(attributes.get(i));
            if (index < 0 || !(definition.attribute(index) instanceof ColumnDefinition column)) {
                throw new MappingException(
                        "An index or constraint of entity \"" + definition.name() + "\" names \"" + attributes.get(i)
                                + "\", which is not a column attribute.");
            }
            columns[i] = names.column(definition, column);
        }
        return columns;
    }
}
