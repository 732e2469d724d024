package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.error.RubedoException;
import dev.rubedo.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The SQL of a dialect for the samples of all functions and operators, for dialects whose database is not available:
 * someone who knows the database reviews the list. Stateless.
 */
public final class RenderedSamples {

    private RenderedSamples() {}

    /**
     * Returns the list, a line for each sample: the method under test and its query, or that the dialect refuses it.
     *
     * @param dialect the dialect, of the version to judge
     */
    public static List<String> of(Dialect dialect) {
        var lines = new ArrayList<String>();
        var functions = FunctionSuite.all();
        for (var sample : functions.all()) {
            lines.add(line(sample, dialect, () -> select(sample.expression().get()).from(functions.rows)));
        }
        var operators = OperatorSuite.all(dialect.name());
        for (var sample : operators.all()) {
            lines.add(line(sample, dialect,
                    () -> select(operators.rows.id).where(OperatorSuite.asCondition(sample))));
        }
        return lines;
    }

    private static String line(Samples.Sample sample, Dialect dialect, Supplier<Statement<?>> query) {
        try {
            return sample.method() + ": " + dialect.render(query.get()).replaceAll("\\s*\\R\\s*", " ");
        } catch (UnsupportedFeatureException refused) {
            return sample.method() + ": refused, no " + refused.feature();
        } catch (RubedoException refused) {
            return sample.method() + ": refused";
        }
    }
}
