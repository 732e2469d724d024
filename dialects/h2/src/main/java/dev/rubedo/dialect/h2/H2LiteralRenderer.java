package dev.rubedo.dialect.h2;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.LiteralRenderer;
import java.math.BigDecimal;
import java.time.Duration;

/** The literals of H2. Immutable. */
final class H2LiteralRenderer extends LiteralRenderer {

    H2LiteralRenderer(DialectTraits traits) {
        super(traits);
    }

    /** A number with a fraction is a decimal here, not a 32-bit floating-point number. */
    @Override
    protected String renderFloat(float value) {
        return "CAST(" + renderFloating(Double.parseDouble(Float.toString(value))) + " AS REAL)";
    }

    @Override
    protected String renderJson(String document) {
        return "JSON " + renderString(document);
    }

    @Override
    protected String renderInterval(Duration duration) {
        var seconds = BigDecimal.valueOf(duration.toSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        return "INTERVAL '" + seconds.toPlainString() + "' SECOND(18, 9)";
    }
}
