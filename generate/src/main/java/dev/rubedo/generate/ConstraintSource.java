package dev.rubedo.generate;

import com.palantir.javapoet.CodeBlock;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Constraint;
import dev.rubedo.schema.ConstraintDetails;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.ForeignKeyMatch;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** The source of the constraints and indexes of tables. Immutable. */
final class ConstraintSource {
    private final Function<Column<?>, String> field;

    /**
     * @param field returns the name of the field for a column
     */
    ConstraintSource(Function<Column<?>, String> field) {
        this.field = field;
    }

    /** Returns the expressions of everything that a table has besides columns. */
    List<CodeBlock> of(Table table) {
        var items = new ArrayList<CodeBlock>();
        var key = table.primaryKey();
        if (!key.columnNames().isEmpty() && (key.columnNames().size() > 1 || !key.name().isEmpty())) {
            items.add(constraint(CodeBlock.of("$T.on($L)", PrimaryKey.class, TableSource.strings(key.columnNames())),
                    key.name(), key.deferrability(), key.details()));
        }
        var ofColumns = new HashSet<Constraint>();
        table.columns().forEach(column -> ofColumns.addAll(column.checks()));
        table.constraints().stream().filter(each -> !ofColumns.contains(each)).map(this::constraint)
                .forEach(items::add);
        table.indexes().forEach(index -> items.add(IndexSource.code(index, field)));
        return items;
    }

    private CodeBlock constraint(Constraint constraint) {
        return switch (constraint) {
            case PrimaryKey key -> throw new IllegalStateException("A primary key is not among the constraints");
            case UniqueConstraint unique -> constraint(
                    CodeBlock.of("$T.on($L)", UniqueConstraint.class, TableSource.strings(unique.columnNames())),
                    unique.name(), unique.deferrability(), unique.details());
            case CheckConstraint check -> constraint(
                    CodeBlock.of("$T.of($S)", CheckConstraint.class, TableSource.text(check.condition())), check.name(),
                    check.deferrability(), check.details());
            case ExclusionConstraint exclusion -> constraint(
                    CodeBlock.of("$T.of($S)", ExclusionConstraint.class, exclusion.definition()), exclusion.name(),
                    exclusion.deferrability(), exclusion.details());
            case ForeignKey key -> foreignKey(key);
        };
    }

    private static CodeBlock foreignKey(ForeignKey key) {
        var code = CodeBlock.builder().add("$T.on($L)$L", ForeignKey.class, TableSource.strings(key.columnNames()),
                references(key));
        if (!key.name().isEmpty()) {
            code.add(".named($S)", key.name());
        }
        if (key.updateAction() != ReferentialAction.DEFAULT) {
            code.add(".onUpdate($T.$L)", ReferentialAction.class, key.updateAction().name());
        }
        if (key.deleteAction() != ReferentialAction.DEFAULT) {
            code.add(".onDelete($T.$L)", ReferentialAction.class, key.deleteAction().name());
        }
        if (key.matchRule() != ForeignKeyMatch.DEFAULT) {
            code.add(".match($T.$L)", ForeignKeyMatch.class, key.matchRule().name());
        }
        return code.add(details(key.deferrability(), key.details())).build();
    }

    /** Returns the references by name, or by lookup if a name contains a dot, at which it would be split. */
    private static CodeBlock references(ForeignKey key) {
        var targets = key.targets();
        var table = key.target();
        boolean hasDot = table.name().indexOf('.') >= 0
                || targets.stream().anyMatch(each -> each.name().indexOf('.') >= 0);
        if (!hasDot) {
            return CodeBlock.of(".references($L)", TableSource.strings(targets.stream()
                    .map(each -> TableSource.qualified(table) + "." + each.name()).toList()));
        }
        var columns = targets.stream().map(each -> CodeBlock.of("metaData().require($S).require($S)",
                TableSource.qualified(table), each.name())).collect(CodeBlock.joining(", "));
        return CodeBlock.of(".references(() -> $T.of($L))", List.class, columns);
    }

    private static CodeBlock constraint(CodeBlock start, String name, Deferrability deferrability,
            ConstraintDetails details) {
        var code = CodeBlock.builder().add(start);
        if (!name.isEmpty()) {
            code.add(".named($S)", name);
        }
        return code.add(details(deferrability, details)).build();
    }

    private static CodeBlock details(Deferrability deferrability, ConstraintDetails details) {
        var code = CodeBlock.builder();
        if (deferrability != Deferrability.DEFAULT) {
            code.add(".deferrable($T.$L)", Deferrability.class, deferrability.name());
        }
        if (!details.comment().isEmpty()) {
            code.add(".comment($S)", details.comment());
        }
        return code.add(TableSource.options(details.options())).build();
    }
}
