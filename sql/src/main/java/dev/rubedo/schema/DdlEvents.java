package dev.rubedo.schema;

import dev.rubedo.event.ListenerList;
import dev.rubedo.event.Registration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An executor of DDL that notifies the listeners of a {@link MetaData} around each table. Thread-safe. */
final class DdlEvents {

    private final ListenerList<DdlListener> listeners = new ListenerList<>();

    Registration add(DdlListener listener) {
        return listeners.add(listener);
    }

    void create(DdlTarget target, List<Table> tables, Stream<? extends DdlElement> plan) {
        listeners.fire(listener -> listener.beforeCreate(target, tables));
        Table current = null;
        for (var elements = plan.iterator(); elements.hasNext();) {
            var element = elements.next();
            Table created = switch (element) {
                case CreateTable create -> create.table();
                case CreateView create -> create.view();
                case DdlElement other -> null;
            };
            if (created != null || !isPartOf(current, element)) {
                finished(target, current);
                current = created;
            }
            if (created != null) {
                listeners.fire(listener -> listener.beforeCreateTable(target, created));
            }
            target.execute(element);
        }
        finished(target, current);
        listeners.fire(listener -> listener.afterCreate(target, tables));
    }

    private void finished(DdlTarget target, @Nullable Table table) {
        if (table != null) {
            listeners.fire(listener -> listener.afterCreateTable(target, table));
        }
    }

    private static boolean isPartOf(@Nullable Table table, DdlElement element) {
        return table != null && !(element instanceof AddConstraint);
    }

    void drop(DdlTarget target, List<Table> tables, Stream<? extends DdlElement> plan) {
        var dropped = Set.copyOf(tables);
        listeners.fire(listener -> listener.beforeDrop(target, tables));
        for (var elements = plan.iterator(); elements.hasNext();) {
            var element = elements.next();
            Table table = switch (element) {
                case DropTable drop -> drop.table();
                case DropView drop -> drop.view();
                case DdlElement other -> null;
            };
            if (table != null && dropped.contains(table)) {
                listeners.fire(listener -> listener.beforeDropTable(target, table));
                target.execute(element);
                listeners.fire(listener -> listener.afterDropTable(target, table));
            } else {
                target.execute(element);
            }
        }
        listeners.fire(listener -> listener.afterDrop(target, tables));
    }
}
