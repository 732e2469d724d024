package dev.rubedo.orm.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The net change of one attribute since it was loaded or flushed. For a single value, {@code added} holds the new value
 * and {@code deleted} the old one if it is known. Immutable.
 *
 * @param added the new values
 * @param unchanged the values that were present and still are
 * @param deleted the values that were present and no longer are
 */
public record AttributeHistory(List<@Nullable Object> added, List<@Nullable Object> unchanged,
        List<@Nullable Object> deleted) {

    /** Copies the lists, which may contain null. */
    public AttributeHistory {
        added = Collections.unmodifiableList(new ArrayList<>(added));
        unchanged = Collections.unmodifiableList(new ArrayList<>(unchanged));
        deleted = Collections.unmodifiableList(new ArrayList<>(deleted));
    }

    /** Returns whether anything was added or deleted. */
    public boolean hasChanges() {
        return !added.isEmpty() || !deleted.isEmpty();
    }
}
