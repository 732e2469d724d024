package dev.rubedo.migrate.snapshot;

import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Constraint;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.Condition;
import java.util.List;

/** A snapshot of a constraint. Immutable. */
public sealed interface ConstraintSnapshot
        permits ConstraintSnapshot.Plain, ForeignKeySnapshot {

    /** Returns the name; empty if the database generates one. */
    String name();

    /** Returns the names of its columns; empty for a check. */
    List<String> columns();

    /** Returns the kind. */
    ConstraintKind kind();

    /**
     * Returns this constraint under another name.
     *
     * @param other the name; empty to let the database generate one
     */
    ConstraintSnapshot withName(String other);

    /**
     * Returns this constraint after a column was renamed.
     *
     * @param from the old name
     * @param to the new name
     */
    ConstraintSnapshot withColumnRenamed(String from, String to);

    /**
     * Returns a constraint to be declared for a table.
     *
     * @param table the table
     */
    Constraint toConstraint(Table table);

    /**
     * Returns a constraint of a table.
     *
     * @param constraint the constraint, which belongs to a table if it is a foreign key
     */
    static ConstraintSnapshot of(Constraint constraint) {
        return switch (constraint) {
            case PrimaryKey key -> new Primary(key);
            case UniqueConstraint unique -> new Unique(unique);
            case CheckConstraint check -> new Check(check);
            case ExclusionConstraint exclusion -> new Exclusion(exclusion);
            case ForeignKey key -> ForeignKeySnapshot.of(key);
        };
    }

    /** A constraint whose declaration refers to columns by name, so that it can be declared anywhere. Immutable. */
    sealed interface Plain extends ConstraintSnapshot {
        /** Returns its declaration. */
        Constraint constraint();

        @Override
        default String name() {
            return constraint().name();
        }

        @Override
        default List<String> columns() {
            return List.of();
        }

        @Override
        default Constraint toConstraint(Table table) {
            return constraint();
        }
    }

    /**
     * A primary key.
     *
     * @param key the key
     */
    record Primary(PrimaryKey key) implements Plain {
        @Override
        public PrimaryKey constraint() {
            return key;
        }

        @Override
        public List<String> columns() {
            return key.columnNames();
        }

        @Override
        public ConstraintKind kind() {
            return ConstraintKind.PRIMARY_KEY;
        }

        @Override
        public Primary withName(String other) {
            return new Primary(key.named(other));
        }

        @Override
        public Primary withColumnRenamed(String from, String to) {
            return new Primary(new PrimaryKey(key.name(), ColumnRenaming.renamed(key.columnNames(), from, to),
                    key.deferrability(), key.details()));
        }
    }

    /**
     * A unique constraint.
     *
     * @param unique the constraint
     */
    record Unique(UniqueConstraint unique) implements Plain {
        @Override
        public UniqueConstraint constraint() {
            return unique;
        }

        @Override
        public List<String> columns() {
            return unique.columnNames();
        }

        @Override
        public ConstraintKind kind() {
            return ConstraintKind.UNIQUE;
        }

        @Override
        public Unique withName(String other) {
            return new Unique(unique.named(other));
        }

        @Override
        public Unique withColumnRenamed(String from, String to) {
            return new Unique(
                    new UniqueConstraint(unique.name(), ColumnRenaming.renamed(unique.columnNames(), from, to),
                            unique.deferrability(), unique.details()));
        }
    }

    /**
     * A check constraint.
     *
     * @param check the constraint
     */
    record Check(CheckConstraint check) implements Plain {
        @Override
        public CheckConstraint constraint() {
            return check;
        }

        @Override
        public ConstraintKind kind() {
            return ConstraintKind.CHECK;
        }

        @Override
        public Check withName(String other) {
            return new Check(check.named(other));
        }

        @Override
        public Check withColumnRenamed(String from, String to) {
            Condition renamed = ColumnRenaming.renamed(check.condition(), from, to);
            return new Check(new CheckConstraint(check.name(), renamed, check.deferrability(), check.details()));
        }
    }

    /**
     * An exclusion constraint.
     *
     * @param exclusion the constraint
     */
    record Exclusion(ExclusionConstraint exclusion) implements Plain {
        @Override
        public ExclusionConstraint constraint() {
            return exclusion;
        }

        @Override
        public ConstraintKind kind() {
            return ConstraintKind.EXCLUSION;
        }

        @Override
        public Exclusion withName(String other) {
            return new Exclusion(exclusion.named(other));
        }

        @Override
        public Exclusion withColumnRenamed(String from, String to) {
            var renamed = exclusion.elements().stream()
                    .map(each -> new ExclusionConstraint.Element(
                            ColumnRenaming.renamed(each.term(), from, to), each.operator()))
                    .toList();
            return new Exclusion(new ExclusionConstraint(exclusion.name(),
                    ColumnRenaming.renamedSql(exclusion.definition(), from, to), exclusion.method(),
                    renamed, ColumnRenaming.renamed(exclusion.condition(), from, to), exclusion.deferrability(),
                    exclusion.details()));
        }
    }
}
