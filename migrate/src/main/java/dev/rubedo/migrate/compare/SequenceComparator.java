package dev.rubedo.migrate.compare;

import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.AlterSequenceOperation;
import dev.rubedo.migrate.operation.CreateSequenceOperation;
import dev.rubedo.migrate.operation.DropSequenceOperation;
import dev.rubedo.schema.Sequence;
import dev.rubedo.type.BigIntType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A comparator of sequences. Stateless. */
final class SequenceComparator implements SchemaComparator {

    @Override
    public void compare(ComparisonContext context) {
        if (!context.dialect().supports(Feature.SEQUENCES)) {
            return;
        }
        var from = context.from().sequences();
        var to = context.to().sequences();
        to.forEach((name, sequence) -> {
            var found = from.get(name);
            if (found == null) {
                context.add(new CreateSequenceOperation(sequence, false));
            } else if (!plain(found).equals(plain(sequence))) {
                context.add(new AlterSequenceOperation(found, sequence));
            }
        });
        from.forEach((name, sequence) -> {
            if (!to.containsKey(name)) {
                context.add(new DropSequenceOperation(sequence, false));
            }
        });
    }

    /** Returns a sequence without options that have the database's default. */
    private static Sequence plain(Sequence sequence) {
        long step = Objects.requireNonNullElse(sequence.increment(), 1L);
        var minimum = unless(sequence.minimum(), step > 0 ? 1L : null);
        var maximum = unless(sequence.maximum(), step > 0 ? null : -1L);
        var first = step > 0 ? minimum == null ? (Long) 1L : minimum : maximum == null ? (Long) (-1L) : maximum;
        return new Sequence(sequence.name(), sequence.schema(), unless(sequence.start(), first), step, minimum,
                maximum, sequence.isCycling(), sequence.cache(),
                sequence.dataType() instanceof BigIntType ? null : sequence.dataType(), false);
    }

    private static @Nullable Long unless(@Nullable Long value, @Nullable Long usual) {
        return value == null || value.equals(usual) ? null : value;
    }
}
