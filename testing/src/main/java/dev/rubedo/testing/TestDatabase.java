package dev.rubedo.testing;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.EngineBuilder;
import dev.rubedo.feature.Feature;
import dev.rubedo.testing.server.DatabaseSpace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The empty database of a test. Its resources (engines, the relay) are created on first request and closed after the
 * test. Thread-safe.
 */
public final class TestDatabase implements AutoCloseable {

    private final String name;
    private final DatabaseSpace space;
    private final Supplier<TestDatabase> others;
    private final StatementLog statements = new StatementLog();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable Engine engine;
    private @Nullable FaultProxy network;
    private boolean closed;

    /** @param others opens other databases on the same server */
    TestDatabase(String name, DatabaseSpace space, Supplier<TestDatabase> others) {
        this.name = name;
        this.space = space;
        this.others = others;
    }

    /** Opens another empty database of the same product on the same server, which is closed together with this one. */
    public synchronized TestDatabase another() {
        TestDatabase other = others.get();
        opened.push(other);
        return other;
    }

    /** Returns the name of the product as in {@link DatabaseTest#only()}: {@code postgresql}. */
    public String name() {
        return name;
    }

    /** Returns the JDBC URL of this database, which goes through {@link #network()} if that was requested before. */
    public synchronized String url() {
        return network == null ? space.url() : space.urlThrough(network.address());
    }

    /** Returns the engine of this test, the same on every call; {@link #statements()} logs what it executes. */
    public synchronized Engine engine() {
        if (engine == null) {
            engine = newEngine(UnaryOperator.identity());
        }
        return engine;
    }

    /** Creates another engine on this database, with custom options; {@link #statements()} logs it too. */
    public synchronized Engine newEngine(UnaryOperator<EngineBuilder> options) {
        Engine made = options.apply(Engine.builder(url())).build();
        opened.push(made);
        made.listen(new StatementLogListener(statements));
        return made;
    }

    /** Returns the statements sent by the engines of this test. */
    public StatementLog statements() {
        return statements;
    }

    /**
     * Returns a relay between this test and the server, used by engines created afterwards.
     *
     * @throws UnsupportedOperationException if this database runs inside the JVM
     */
    public synchronized FaultProxy network() {
        if (network == null) {
            network = FaultProxy.to(space.address().orElseThrow(() -> new UnsupportedOperationException(
                    "The database \"" + name + "\" runs inside this JVM: there is no network to disturb")));
            opened.push(network);
        }
        return network;
    }

    /** Returns whether the database supports a feature. */
    public boolean supports(Feature feature) {
        return engine().dialect().supports(feature);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Closes all resources and drops the database; called after the test. */
    @Override
    public synchronized void close() throws Exception {
        if (closed) {
            return;
        }
        closed = true;
        Exception problem = null;
        for (AutoCloseable each : opened) {
            problem = closeAfter(problem, each);
        }
        problem = closeAfter(problem, space);
        if (problem != null) {
            throw problem;
        }
    }

    private static @Nullable Exception closeAfter(@Nullable Exception before, AutoCloseable resource) {
        try {
            resource.close();
            return before;
        } catch (Exception problem) {
            if (before != null) {
                before.addSuppressed(problem);
                return before;
            }
            return problem;
        }
    }
}
