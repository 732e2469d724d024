package dev.rubedo.orm.model;

import dev.rubedo.type.BigIntType;
import dev.rubedo.type.IntegerType;
import dev.rubedo.type.SmallIntType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.VariantType;

/** Types whose values are integers in the database too, with the same values. Thread-safe. */
final class Integers {

    private Integers() {}

    /** Returns whether every database stores values of a type as these same integers. */
    static boolean isStored(SqlType<?> type) {
        return type instanceof BigIntType || type instanceof IntegerType || type instanceof SmallIntType
                || type instanceof VariantType<?> varying && isStored(varying.base())
                        && varying.variants().values().stream().allMatch(Integers::isStored);
    }
}
