package dev.rubedo.generate;

import com.palantir.javapoet.CodeBlock;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Computed;
import dev.rubedo.schema.Identity;
import java.util.List;

/** The source of the options of columns. Stateless. */
final class ColumnSource {
    private ColumnSource() {}

    /** Returns the calls that follow the declaration of a column. */
    static CodeBlock options(Column<?> column) {
        var code = CodeBlock.builder();
        var key = column.table().primaryKey();
        boolean isOnlyKey = key.columnNames().equals(List.of(column.name()));
        if (isOnlyKey && key.name().isEmpty()) {
            code.add(".primaryKey()");
        } else if (!column.isNullable()) {
            code.add(".notNull()");
        }
        var computed = column.computation();
        if (computed != null) {
            code.add(computed(computed));
        }
        var identity = column.identityOption();
        if (identity != null) {
            code.add(identity(identity));
        }
        var defaultValue = column.databaseDefault();
        if (defaultValue != null) {
            code.add(".serverDefault($S)", TableSource.text(defaultValue));
        }
        if (column.isDatabaseUpdated() && computed == null) {
            code.add(".serverOnUpdate()");
        }
        boolean isGenerated = column.equals(column.table().autoincrementColumn());
        if (identity == null && column.autoincrementOption() != null
                && (isGenerated != isGeneratedByDefault(column) || !isOnlyKey && isGenerated)) {
            code.add(".autoincrement($L)", isGenerated);
        }
        column.checks().forEach(check -> code.add(".check($S)", TableSource.text(check.condition())));
        if (!column.commentText().isEmpty()) {
            code.add(".comment($S)", column.commentText());
        }
        return code.build();
    }

    /** Returns whether the database would generate a single-column key by default. */
    private static boolean isGeneratedByDefault(Column<?> column) {
        var table = column.table();
        return table.primaryKey().columnNames().equals(List.of(column.name()))
                && column.type().family() == dev.rubedo.type.TypeFamily.INTEGER && column.databaseDefault() == null
                && column.computation() == null
                && table.foreignKeys().stream().noneMatch(key -> key.columnNames().contains(column.name()));
    }

    private static CodeBlock computed(Computed computed) {
        return switch (computed.storage()) {
            case STORED -> CodeBlock.of(".computed($S, true)", computed.sql());
            case VIRTUAL -> CodeBlock.of(".computed($S, false)", computed.sql());
            case DEFAULT -> CodeBlock.of(".computed($S)", computed.sql());
        };
    }

    private static CodeBlock identity(Identity identity) {
        if (!identity.isAlways() && !identity.hasOptions()) {
            return CodeBlock.of(".identity($L, $L)", identity.start(), identity.increment());
        }
        var code = CodeBlock.builder().add("new $T($L, $L, $L)", Identity.class, identity.isAlways(), identity.start(),
                identity.increment());
        if (identity.minimum() != null || identity.maximum() != null) {
            code.add(".between($L, $L)", number(identity.minimum()), number(identity.maximum()));
        }
        code.add(identity.isCycling() ? ".cycling()" : "");
        if (identity.cache() != null) {
            code.add(".caching($L)", identity.cache());
        }
        code.add(identity.isOnNull() ? ".onNull()" : "");
        return CodeBlock.of(".identity($L)", code.build());
    }

    /** Returns a {@code long} literal, or {@code null}. */
    static String number(@org.jspecify.annotations.Nullable Long number) {
        return number == null ? "null" : number + "L";
    }
}
