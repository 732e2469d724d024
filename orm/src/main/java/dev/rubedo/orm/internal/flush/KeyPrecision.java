package dev.rubedo.orm.internal.flush;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.TypeFamily;
import java.util.List;

/**
 * Truncates or rounds the keys of objects to the precision of their columns before they are written. The row is read
 * with that key and must be identified as the same object. Stateless and thread-safe.
 */
public final class KeyPrecision {

    private KeyPrecision() {}

    /**
     * Adapts the keys of objects that are about to be written. Only points in time, times of day, amounts of time and
     * decimal numbers can exceed the precision.
     */
    static void keep(Mapper<?> mapper, List<ManagedEntity> objects, Codecs codecs) {
        for (int attribute : mapper.primaryKey()) {
            SqlType<?> type = mapper.column(attribute).type();
            if (isCut(type)) {
                keep(attribute, objects, codecs.codecFor(type));
            }
        }
    }

    private static boolean isCut(SqlType<?> type) {
        return type.family().isTemporal() || type.family() == TypeFamily.INTERVAL
                || type.family() == TypeFamily.DECIMAL;
    }

    /** Returns a value of a key as a column of this type stores it. */
    @SuppressWarnings("unchecked") // the value has the type of its column
    public static <T> Object kept(SqlType<T> type, Object value, Codecs codecs) {
        return isCut(type) ? codecs.codecFor(type).kept((T) value) : value;
    }

    // the value of an attribute has the type of its column
    @SuppressWarnings("unchecked")
    private static <T> void keep(int attribute, List<ManagedEntity> objects, JdbcCodec<T> codec) {
        for (ManagedEntity object : objects) {
            Object value = EntityInternals.get(object, attribute);
            if (value != null) {
                T kept = codec.kept((T) value);
                if (!kept.equals(value)) {
                    EntityInternals.put(object, attribute, kept);
                }
            }
        }
    }
}
