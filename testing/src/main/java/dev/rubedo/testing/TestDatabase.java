package dev.rubedo.testing;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.EngineBuilder;
import dev.rubedo.feature.Feature;
import dev.rubedo.testing.server.DatabaseSpace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The empty database that a test works in. What is taken from it (engines, the relay) is made when it is first asked
 * for and closed when the test has ended. Thread-safe.
 */
public final class TestDatabase implements AutoCloseable {

    private final String name;
    private final DatabaseSpace space;
    private final StatementLog statements = new StatementLog();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable Engine engine;
    private @Nullable FaultProxy network;
    private boolean closed;

    TestDatabase(String name, DatabaseSpace space) {
        this.name = name;
        this.space = space;
    }

    /** Returns the name of the product as in {@link DatabaseTest#only()}: {@code postgresql}. */
    public String name() {
        return name;
    }

    /** Returns the JDBC URL of this database; it leads through {@link #network()} if that was asked for before. */
    public synchronized String url() {
        return network == null ? space.url() : space.urlThrough(network.address());
    }

    /** Returns the engine of this test, the same at every call; {@link #statements()} hears what it executes. */
    public synchronized Engine engine() {
        if (engine == null) {
            engine = newEngine(UnaryOperator.identity());
        }
        return engine;
    }

    /** Creates a further engine on this database, with options of its own; {@link #statements()} hears it too. */
    public synchronized Engine newEngine(UnaryOperator<EngineBuilder> options) {
        Engine made = options.apply(Engine.builder(url())).build();
        opened.push(made);
        made.listen(new StatementLogListener(statements));
        return made;
    }

    /** Returns the statements that the engines of this test sent. */
    public StatementLog statements() {
        return statements;
    }

    /**
     * Returns a relay between this test and the server; engines made from now on go through it.
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

    /** Tells whether the database can do something. */
    public boolean supports(Feature feature) {
        return engine().dialect().supports(feature);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Closes what was taken and drops the database; called when the test has ended. */
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
