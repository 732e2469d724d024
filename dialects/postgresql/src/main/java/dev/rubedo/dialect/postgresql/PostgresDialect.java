package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.DeleteRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.InsertRenderer;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.ReturningRenderer;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.compile.UpdateRenderer;
import dev.rubedo.dialect.Dialect;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL dialect of PostgreSQL, from version 10 on. Thread-safe. */
public final class PostgresDialect extends Dialect {

    /** The newest tested version, for SQL written without a server. */
    static final ServerVersion NEWEST = new ServerVersion(18, 0, 0);

    private static final int MAXIMUM_IDENTIFIER_LENGTH = 63;
    private static final int MAXIMUM_BINDS = 65_535;

    /** Creates the dialect of the newest tested version. */
    public PostgresDialect() {
        this(NEWEST);
    }

    /** Creates the dialect of a version. */
    public PostgresDialect(ServerVersion version) {
        this(new DialectTraits("postgresql", version,
                DialectTraits.featuresWhere(feature -> PostgresFeatures.has(feature, version)),
                new IdentifierQuoter('"', '"', PostgresKeywords.RESERVED), MAXIMUM_IDENTIFIER_LENGTH, MAXIMUM_BINDS));
    }

    private PostgresDialect(DialectTraits traits) {
        super(renderers(traits), PostgresDdlCompiler::new);
    }

    @Override
    public Dialect with(DialectTraits traits) {
        return new PostgresDialect(traits);
    }

    private static Renderers renderers(DialectTraits of) {
        return new Renderers(of, new PostgresExpressionRenderer(of), new PostgresFunctionRenderer(of),
                new PostgresConditionRenderer(of), new PostgresSelectRenderer(of),
                new InsertRenderer(of), new UpdateRenderer(of), new DeleteRenderer(of), new ReturningRenderer(of),
                new PostgresTypeRenderer(of), new PostgresLiteralRenderer(of));
    }

    @Override
    public Optional<String> lockTimeout(@Nullable Duration timeout) {
        return Optional
                .of(timeout == null ? "RESET lock_timeout" : "SET lock_timeout = '" + timeout.toMillis() + "ms'");
    }

    @Override
    public String scriptGuard(String condition, String message) {
        return "DO $guard$ BEGIN IF NOT (" + condition + ") THEN RAISE EXCEPTION " + text("%") + ", " + text(message)
                + "; END IF; END $guard$";
    }
}
