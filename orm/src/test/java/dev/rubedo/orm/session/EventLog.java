package dev.rubedo.orm.session;

import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.model.MapperListener;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.User;
import dev.rubedo.orm.state.InstanceState;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Writes down which methods of listeners are called, in order, with their subject: its name, null if that is not loaded. Confined to one thread at a time. */
final class EventLog {

    private final List<String> calls = new ArrayList<>();

    SessionListener session() {
        return proxy(SessionListener.class);
    }

    @SuppressWarnings("unchecked")
    MapperListener<Object> mapper() {
        return proxy(MapperListener.class);
    }

    private <L> L proxy(Class<L> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, this::called));
    }

    private Object called(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                default -> "EventLog";
            };
        }
        StringBuilder call = new StringBuilder(method.getName());
        for (Object argument : arguments) {
            switch (argument) {
                case User user -> call.append(' ').append(InstanceState.of(user).values().get("name"));
                case Address address -> call.append(' ').append(InstanceState.of(address).values().get("email"));
                case TransactionScope scope -> call.append(' ').append(scope.depth());
                case BulkChange change ->
                    call.append(' ').append(change.entity()).append(' ').append(change.rowCount());
                case FlushPlan plan -> call.append(' ').append(plan.actions().size());
                case List<?> names -> call.append(' ').append(names);
                default -> {}
            }
        }
        calls.add(call.toString());
        return InvocationHandler.invokeDefault(proxy, method, arguments);
    }

    /** Returns what was called since the last time. */
    List<String> take() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }
}
