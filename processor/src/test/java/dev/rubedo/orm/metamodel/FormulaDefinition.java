package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.Expression;
import java.util.function.Function;
import java.util.function.Supplier;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class FormulaDefinition {

    public static <P extends EntityPath<?>> FormulaDefinition of(String name, String label,
            Supplier<? extends P> entity, Function<? super P, ? extends Expression<?>> formula) {
        return new FormulaDefinition();
    }

    public FormulaDefinition deferred(String group, boolean raises) {
        return this;
    }

    public static FormulaDefinition perQuery(String name, String label, Supplier<? extends EntityPath<?>> entity,
            dev.rubedo.type.SqlType<?> type) {
        return new FormulaDefinition();
    }
}
