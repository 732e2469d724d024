package dev.rubedo.schema;

import dev.rubedo.error.CircularDependencyException;
import dev.rubedo.error.InvalidSchemaException;
import dev.rubedo.feature.Feature;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.Domain;
import dev.rubedo.type.EnumType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The DDL that creates or drops tables, in order. It can be planned without a database and printed for any dialect.
 * Immutable.
 */
public final class SchemaPlan {
    private SchemaPlan() {}

    /**
     * Returns the DDL that creates tables: types, sequences, tables in dependency order, each with its indexes and
     * comments, and finally the foreign keys that are part of cycles.
     *
     * @param tables the tables
     * @param sequences the sequences
     * @param supports tests whether the database supports a feature
     * @param dialect the name of its dialect, which selects among the variants of a type
     */
    public static List<DdlElement> create(Collection<Table> tables, Collection<Sequence> sequences,
            Predicate<Feature> supports, String dialect) {
        var order = SchemaOrder.of(tables);
        boolean canAlter = supports.test(Feature.ALTER_TABLE_CONSTRAINTS);
        var plan = new ArrayList<DdlElement>();
        if (supports.test(Feature.ENUM_TYPE)) {
            enums(order.tables(), dialect)
                    .forEach((name, type) -> plan.add(new CreateEnum(type, name.schema(), false)));
        }
        domains(order.tables(), dialect).forEach(domain -> plan.add(new CreateDomain(domain)));
        if (supports.test(Feature.SEQUENCES)) {
            sequences.forEach(sequence -> plan.add(new CreateSequence(sequence, false)));
        }
        for (var table : order.tables()) {
            var inline = table.foreignKeys().stream().filter(key -> !canAlter || !order.deferred().contains(key))
                    .toList();
            plan.add(table.isView() ? new CreateView(table) : new CreateTable(table, inline, false));
            table.indexes().stream().filter(index -> index.isOn(dialect))
                    .forEach(index -> plan.add(new CreateIndex(index, false)));
            if (supports.test(Feature.COMMENTS) && !supports.test(Feature.INLINE_COMMENTS)) {
                comments(table, plan);
            }
            if (supports.test(Feature.CONSTRAINT_COMMENTS)) {
                constraintComments(table, dialect, plan);
            }
        }
        if (canAlter) {
            order.deferred().stream().filter(key -> key.details().isOn(dialect))
                    .forEach(key -> plan.add(new AddConstraint(key.table(), key)));
        }
        return plan;
    }

    /**
     * Returns the DDL that adds a column to an existing table: the column, its foreign keys, unique constraints and
     * indexes, and its comment. Constraints and indexes of several columns are included if the column is one of them.
     *
     * @param column the column; its table is the one to change
     * @param supports tests whether the database supports a feature
     */
    public static List<DdlElement> addColumn(Column<?> column, Predicate<Feature> supports) {
        var table = column.table();
        boolean canAlter = supports.test(Feature.ALTER_TABLE_CONSTRAINTS);
        var inline = canAlter ? List.<ForeignKey>of()
                : table.foreignKeys().stream().filter(key -> key.columnNames().equals(List.of(column.name()))).toList();
        var plan = new ArrayList<DdlElement>();
        plan.add(new AddColumn(column, inline, false));
        for (var constraint : table.constraints()) {
            boolean isOfColumn = switch (constraint) {
                case ForeignKey key -> key.columnNames().contains(column.name()) && !inline.contains(key);
                case UniqueConstraint unique -> unique.columnNames().contains(column.name());
                case PrimaryKey key -> false;
                case CheckConstraint check -> false;
                case ExclusionConstraint exclusion -> false;
            };
            if (isOfColumn) {
                plan.add(new AddConstraint(table, constraint));
            }
        }
        table.indexes().stream().filter(index -> index.columns().contains(column))
                .forEach(index -> plan.add(new CreateIndex(index)));
        if (!column.commentText().isEmpty() && supports.test(Feature.COMMENTS)
                && !supports.test(Feature.INLINE_COMMENTS)) {
            plan.add(new SetColumnComment(column, column.commentText(), true));
        }
        return plan;
    }

    private static void comments(Table table, List<DdlElement> plan) {
        if (!table.comment().isEmpty()) {
            plan.add(new SetTableComment(table, table.comment(), true));
        }
        for (var column : table.columns()) {
            if (!column.commentText().isEmpty()) {
                plan.add(new SetColumnComment(column, column.commentText(), true));
            }
        }
    }

    private static void constraintComments(Table table, String dialect, List<DdlElement> plan) {
        var all = new ArrayList<Constraint>(table.constraints());
        all.add(0, table.primaryKey());
        all.stream().filter(each -> !each.details().comment().isEmpty() && each.details().isOn(dialect))
                .forEach(each -> plan.add(new SetConstraintComment(table, each, each.details().comment())));
    }

    /**
     * Returns the DDL that drops tables: the foreign keys that are part of cycles, tables in reverse dependency order,
     * sequences, types.
     *
     * @param tables the tables
     * @param sequences the sequences
     * @param supports tests whether the database supports a feature
     * @param dialect the name of its dialect, which selects among the variants of a type
     * @throws CircularDependencyException if a foreign key in a cycle has no name by which it can be dropped
     */
    public static List<DdlElement> drop(Collection<Table> tables, Collection<Sequence> sequences,
            Predicate<Feature> supports, String dialect) {
        var order = SchemaOrder.of(tables);
        var plan = new ArrayList<DdlElement>();
        if (supports.test(Feature.ALTER_TABLE_CONSTRAINTS)) {
            for (var key : order.deferred().stream().filter(each -> each.details().isOn(dialect)).toList()) {
                if (key.constraintName().isEmpty()) {
                    throw new CircularDependencyException("Tables refer to each other in a cycle, and the " + key
                            + " of table \"" + key.table().label() + "\" has no name by which it can be dropped. Name "
                            + "it, or use a NamingConvention", List.of(key.table().label(), key.target().label()));
                }
                plan.add(new DropConstraint(key.table(), key));
            }
        }
        var last = new ArrayList<>(order.tables());
        Collections.reverse(last);
        last.forEach(table -> plan.add(table.isView() ? new DropView(table) : new DropTable(table, false)));
        if (supports.test(Feature.SEQUENCES)) {
            sequences.forEach(sequence -> plan.add(new DropSequence(sequence, false)));
        }
        if (supports.test(Feature.ENUM_TYPE)) {
            enums(order.tables(), dialect).forEach((name, type) -> plan.add(new DropEnum(type, name.schema(), false)));
        }
        domains(order.tables(), dialect).forEach(domain -> plan.add(new DropDomain(domain, false)));
        return plan;
    }

    private static Collection<Domain<?>> domains(Collection<Table> tables, String dialect) {
        var domains = new LinkedHashMap<String, Domain<?>>();
        for (var table : tables) {
            for (var column : table.columns()) {
                var domain = domain(column.type().forDialect(dialect));
                if (domain != null && domain.dialects().contains(dialect)) {
                    var first = domains.putIfAbsent(domain.name(), domain);
                    if (first != null && !first.equals(domain)) {
                        throw new InvalidSchemaException("The domain \"" + domain.name() + "\" is declared as " + first
                                + " and, for column \"" + column.path() + "\", as " + domain
                                + ". Give one of them another name.");
                    }
                }
            }
        }
        return domains.values();
    }

    private static @Nullable Domain<?> domain(SqlType<?> type) {
        return switch (type) {
            case RenamedType<?> renamed -> renamed.domain();
            case ArrayType<?> array -> domain(array.element());
            case CustomType<?, ?> custom -> domain(custom.storage());
            default -> null;
        };
    }

    private static Map<EnumName, EnumeratedType<?>> enums(Collection<Table> tables, String dialect) {
        var enums = new LinkedHashMap<EnumName, EnumeratedType<?>>();
        for (var table : tables) {
            for (var column : table.columns()) {
                var type = enumeration(column.type().forDialect(dialect));
                if (type != null && type.isNative()) {
                    var schema = type.schema().isEmpty() ? table.schema() : type.schema();
                    var first = enums.putIfAbsent(new EnumName(schema, type.name()), type);
                    if (first != null && !first.labels().equals(type.labels())) {
                        throw conflict(first, type, column);
                    }
                }
            }
        }
        return enums;
    }

    /** Rejects tables if two of them need a type with the same name but different labels. */
    static void requireDistinctEnums(Collection<Table> tables, Predicate<Feature> supports, String dialect) {
        if (supports.test(Feature.ENUM_TYPE)) {
            enums(tables, dialect);
        }
    }

    private static @Nullable EnumeratedType<?> enumeration(SqlType<?> type) {
        return switch (type) {
            case EnumeratedType<?> enumeration -> enumeration;
            case ArrayType<?> array -> enumeration(array.element());
            case CustomType<?, ?> custom -> enumeration(custom.storage());
            default -> null;
        };
    }

    private static InvalidSchemaException conflict(EnumeratedType<?> first, EnumeratedType<?> second,
            Column<?> column) {
        return new InvalidSchemaException("The enumeration type \"" + second.name() + "\" has the labels "
                + first.labels() + " (" + origin(first) + "), but column \"" + column.table().label() + "."
                + column.name() + "\" needs it with " + second.labels() + " (" + origin(second)
                + "). Give one of them another name: enumType(X.class).withName(\"...\").");
    }

    private static String origin(EnumeratedType<?> type) {
        return type instanceof EnumType<?> constants ? "enum " + constants.javaType().getName() : "listed labels";
    }

    /** Returns whether an element drops a type that other tables need. */
    static boolean isNeeded(DdlElement element, Collection<Table> others, String dialect) {
        return switch (element) {
            case DropEnum drop -> enums(others, dialect)
                    .containsKey(new EnumName(drop.schema(), drop.type().name()));
            case DropDomain drop -> domains(others, dialect).contains(drop.domain());
            case DdlElement other -> false;
        };
    }

    /**
     * Returns whether an element must be executed. It is skipped if its kind is checked first and the object to create
     * exists, or the object to drop does not.
     */
    static boolean isPending(DdlElement element, DdlTarget target, Set<CheckFirst> checks) {
        return switch (element) {
            case CreateSequence create -> !checks.contains(CheckFirst.SEQUENCES) || !exists(create, target);
            case DropSequence drop -> !checks.contains(CheckFirst.SEQUENCES) || exists(drop, target);
            case CreateEnum create -> !checks.contains(CheckFirst.TYPES) || !exists(create, target);
            case DropEnum drop -> !checks.contains(CheckFirst.TYPES) || exists(drop, target);
            case CreateDomain create -> !checks.contains(CheckFirst.TYPES) || !exists(create, target);
            case DropDomain drop -> !checks.contains(CheckFirst.TYPES) || exists(drop, target);
            case DdlElement other -> true;
        };
    }

    private static boolean exists(DdlElement element, DdlTarget target) {
        return switch (element) {
            case CreateSequence create -> target.hasSequence(create.sequence().schema(), create.sequence().name());
            case DropSequence drop -> target.hasSequence(drop.sequence().schema(), drop.sequence().name());
            case CreateEnum create -> target.hasType(create.schema(), create.type().name());
            case DropEnum drop -> target.hasType(drop.schema(), drop.type().name());
            case CreateDomain create -> target.hasType("", create.domain().name());
            case DropDomain drop -> target.hasType("", drop.domain().name());
            case DdlElement other -> false;
        };
    }

    /** The name of a type. */
    private record EnumName(String schema, String name) {}
}
