package dev.rubedo.result;

import dev.rubedo.codec.Coercion;
import dev.rubedo.error.AmbiguousColumnException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.NoSuchColumnException;
import dev.rubedo.error.NullValueException;
import dev.rubedo.error.ResultException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of rows to records. Each component receives the column with its name, where {@code userName} and
 * {@code user_name} are considered the same; a component that several columns match is an error. Values are read
 * directly into the constructor arguments, and converted only if the column has another type. This is the only class of
 * the engine that uses reflection on user classes. Immutable.
 *
 * @param <R> the record class
 */
final class RecordMapping<R extends Record> implements RowMapper<R> {

    private static final ClassValue<MethodHandle> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
            return constructor(type, type.getRecordComponents());
        }
    };

    private final Class<R> type;
    private final RecordComponent[] components;
    private final int[] columns;
    private final Class<?>[] boxed;
    private final MethodHandle constructor;

    RecordMapping(Class<R> type, RowShape shape) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(
                    "as(" + type.getName() + ".class): the class is not a record. Use map(row -> ...) for other "
                            + "classes.");
        }
        this.type = type;
        this.components = type.getRecordComponents();
        this.columns = new int[components.length];
        this.boxed = new Class<?>[components.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column(components[i], shape) + 1;
            boxed[i] = MethodType.methodType(components[i].getType()).wrap().returnType();
        }
        this.constructor = CONSTRUCTORS.get(type);
    }

    /** Returns the record class. */
    Class<R> type() {
        return type;
    }

    /** Returns the position of the column for a component, from 0. */
    private int column(RecordComponent component, RowShape shape) {
        var names = shape.names();
        var found = positions(names, component.getName()::equals);
        if (found.isEmpty()) {
            found = positions(names, name -> plain(name).equals(plain(component.getName())));
        }
        if (found.isEmpty()) {
            throw new NoSuchColumnException(
                    "Record \"" + type.getSimpleName() + "\" has the component \"" + component.getName()
                            + "\", but the result has no such column; it has " + names
                            + ". Select it, or label a column with that name.");
        }
        var all = new ArrayList<>(found);
        all.addAll(shape.namesakes(found.get(0)).stream().filter(i -> isUnused(names.get(i))).toList());
        if (all.size() > 1) {
            throw new AmbiguousColumnException("Record \"" + type.getSimpleName() + "\" has the component \""
                    + component.getName() + "\", which matches several columns: "
                    + all.stream().map(i -> "\"" + names.get(i) + "\" (" + shape.source(i) + ")")
                            .collect(Collectors.joining(", "))
                    + ". Select only one of them, or give one the label \"" + component.getName()
                    + "\" and the others different ones.");
        }
        return found.get(0);
    }

    private static List<Integer> positions(List<String> names, Predicate<String> test) {
        return IntStream.range(0, names.size()).filter(i -> test.test(names.get(i))).boxed().toList();
    }

    private boolean isUnused(String column) {
        return Arrays.stream(components).noneMatch(component -> plain(component.getName()).equals(plain(column)));
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        var parameters = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return MethodHandles.lookup().unreflectConstructor(constructor)
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "as(" + type.getName() + ".class): the canonical constructor cannot be used. "
                            + "Make the record accessible, or open its package to module dev.rubedo.engine.",
                    e);
        }
    }

    @Override
    public R map(RowReader in) {
        var values = new @Nullable Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = component(i, in.get(columns[i]));
        }
        return record(values);
    }

    /** Creates a record from a row whose values have been read. */
    R map(ResultRow row) {
        var values = new @Nullable Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = component(i, row.at(columns[i] - 1));
        }
        return record(values);
    }

    private @Nullable Object component(int i, @Nullable Object value) {
        return boxed[i].isInstance(value) ? value : converted(value, components[i]);
    }

    private R record(@Nullable Object[] values) {
        try {
            return type.cast(constructor.invokeExact(values));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new ResultException(ErrorCode.CONVERSION,
                    "The constructor of record \"" + type.getName() + "\" failed: " + e.getMessage(), e);
        }
    }

    private @Nullable Object converted(@Nullable Object value, RecordComponent component) {
        Class<?> wanted = component.getType();
        if (value == null && wanted.isPrimitive()) {
            throw new NullValueException(
                    "Component \"" + component.getName() + "\" of record \"" + type.getSimpleName() + "\" is "
                            + wanted.getName() + ", but the column is NULL. Use a boxed type.");
        }
        try {
            return Coercion.coerce(value, wanted);
        } catch (IllegalArgumentException e) {
            throw new ResultException(ErrorCode.CONVERSION,
                    "Component \"" + component.getName() + "\" of record \"" + type.getSimpleName()
                            + "\" cannot hold the value: " + e.getMessage(),
                    e);
        }
    }
}
