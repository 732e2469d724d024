package dev.rubedo.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fragment of SQL with its parameters, in order. Fragments can be written out of order and joined later, as common
 * table expressions require: they are encountered in the middle of a statement and written at its beginning.
 *
 * <p>Confined to one thread at a time.
 */
final class Fragment {

    final StringBuilder sql = new StringBuilder(128);
    final List<BindSlot> binds = new ArrayList<>();
    final List<ExpandingList> lists = new ArrayList<>();
    @Nullable RowSegment valuesRow;

    void append(Fragment other) {
        int characters = sql.length();
        if (other.valuesRow != null) {
            valuesRow = other.valuesRow.shifted(characters, binds.size());
        }
        sql.append(other.sql);
        binds.addAll(other.binds);
        for (var list : other.lists) {
            lists.add(list.shifted(characters));
        }
    }
}
