package dev.rubedo.migrate.render;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.AlterSequenceOperation;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.type.Types;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A renderer of changes of sequences as DDL. Stateless. */
final class SequenceRenderer {
    private SequenceRenderer() {}

    static TextDdl alter(AlterSequenceOperation alter, Dialect dialect) {
        dialect.traits().require(Feature.SEQUENCES, alter.to().name());
        var from = alter.from();
        var to = alter.to();
        var text = new StringBuilder("ALTER SEQUENCE ")
                .append(EnumRenderer.name(new TableName(to.schema(), to.name()), dialect));
        var type = Objects.requireNonNullElse(to.dataType(), Types.BIGINT);
        if (!Objects.requireNonNullElse(from.dataType(), Types.BIGINT).equals(type)) {
            text.append(" AS ").append(dialect.typeName(type));
        }
        long step = or(to.increment(), 1);
        if (or(from.increment(), 1) != step) {
            text.append(" INCREMENT BY ").append(step);
        }
        limit(text, "MINVALUE", from.minimum(), to.minimum());
        limit(text, "MAXVALUE", from.maximum(), to.maximum());
        if (first(from) != first(to) && !dialect.catalogTraits().has(CatalogTrait.SEQUENCES_KEEP_START)) {
            text.append(" START WITH ").append(first(to));
        }
        if (!Objects.equals(from.cache(), to.cache())) {
            text.append(to.cache() == null ? " " + dialect.catalogTraits().noCache() : " CACHE " + to.cache());
        }
        if (from.isCycling() != to.isCycling()) {
            text.append(to.isCycling() ? " CYCLE" : " " + dialect.catalogTraits().noCycle());
        }
        return new TextDdl(text.toString());
    }

    private static void limit(StringBuilder text, String word, @Nullable Long from, @Nullable Long to) {
        if (!Objects.equals(from, to)) {
            text.append(to == null ? " NO " + word : " " + word + " " + to);
        }
    }

    private static long or(@Nullable Long value, long otherwise) {
        return value == null ? otherwise : value;
    }

    private static long first(Sequence sequence) {
        boolean isAscending = or(sequence.increment(), 1) > 0;
        return or(sequence.start(), isAscending ? or(sequence.minimum(), 1) : or(sequence.maximum(), -1));
    }
}
