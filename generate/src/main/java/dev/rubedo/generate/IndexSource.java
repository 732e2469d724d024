package dev.rubedo.generate;

import com.palantir.javapoet.CodeBlock;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Index;
import dev.rubedo.sql.Collate;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Ordered;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The source of indexes. Stateless. */
final class IndexSource {
    private IndexSource() {}

    /** Returns the columns of an index that an annotation can express because it has nothing but columns. */
    static Optional<List<String>> plainColumns(Index index) {
        boolean isPlain = index.terms().stream().allMatch(Column.class::isInstance)
                && !hasCondition(index) && index.includedNames().isEmpty() && index.method().isEmpty()
                && index.options().isEmpty();
        return isPlain ? Optional.of(index.terms().stream().map(term -> ((Column<?>) term).name()).toList())
                : Optional.empty();
    }

    static boolean hasCondition(Index index) {
        return index.condition() != NoCondition.NONE;
    }

    /**
     * Returns the expression of an index.
     *
     * @param field returns the name of the field for a column
     */
    static CodeBlock code(Index index, Function<Column<?>, String> field) {
        var code = CodeBlock.builder();
        boolean isPlain = index.terms().stream().allMatch(Column.class::isInstance);
        var terms = index.terms().stream().map(term -> isPlain ? CodeBlock.of("$S", ((Column<?>) term).name())
                : term(term, field)).collect(CodeBlock.joining(", "));
        code.add("$T.on($L)", Index.class, terms);
        if (!index.name().isEmpty()) {
            code.add(".named($S)", index.name());
        }
        if (index.isUnique()) {
            code.add(".unique()");
        }
        if (!index.method().isEmpty()) {
            code.add(".using($S)", index.method());
        }
        if (!index.includedNames().isEmpty()) {
            code.add(".including($L)", TableSource.strings(index.includedNames()));
        }
        if (hasCondition(index)) {
            code.add(".where($T.condition($L))", Sql.class,
                    TableSource.sql(TableSource.text(index.condition()), CodeBlock.of("$T.BOOLEAN", Types.class)));
        }
        code.add(TableSource.options(index.options()));
        return code.build();
    }

    private static CodeBlock term(OrderTerm term, Function<Column<?>, String> field) {
        return switch (term) {
            case Ordered ordered -> ordered(ordered, field);
            case Expression<?> expression -> expression(expression, field);
        };
    }

    private static CodeBlock ordered(Ordered ordered, Function<Column<?>, String> field) {
        var code = CodeBlock.builder().add(expression(ordered.term(), field));
        code.add(switch (ordered.direction()) {
            case DESCENDING -> ".desc()";
            case ASCENDING, DEFAULT -> ".asc()";
        });
        code.add(switch (ordered.nulls()) {
            case FIRST -> ".nullsFirst()";
            case LAST -> ".nullsLast()";
            case DEFAULT -> "";
        });
        return code.build();
    }

    private static CodeBlock expression(Expression<?> term, Function<Column<?>, String> field) {
        if (term instanceof Column<?> column) {
            return CodeBlock.of("$N", field.apply(column));
        }
        if (term instanceof Collate<?> collate) {
            return CodeBlock.of("new $T<>($L, $S, $S)", Collate.class, expression(collate.operand(), field),
                    collate.schema(), collate.collation());
        }
        if (term instanceof TextFragment<?> text) {
            return TableSource.sql(text.text(), CodeBlock.of("$T.UNKNOWN", Types.class));
        }
        throw new IllegalArgumentException("An index term " + term
                + " is neither a column nor SQL text, so it cannot be generated. Declare the index by hand.");
    }
}
