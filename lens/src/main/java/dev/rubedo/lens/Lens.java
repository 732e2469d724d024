package dev.rubedo.lens;

import dev.rubedo.engine.Engine;
import dev.rubedo.event.Registration;
import dev.rubedo.orm.session.SessionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A development page that shows the database activity of a program: the statements of each transaction with their
 * values, times and source lines, N+1 statements with the option that avoids them, plans of flushes and of queries, and
 * the pool.
 *
 * {@snippet :
 * try (Lens lens = Lens.builder(engine).sessions(sessions).start()) {
 *     System.out.println(lens.url());
 * }
 * }
 *
 * <p>It must be started explicitly. The server listens on the loopback interface only, and accepts only requests with
 * the random token of {@link #url()}. It shows values unless the engine has {@code hideParameters(true)}. Everything is
 * kept in memory, at most about 16 MB. Not for production: each statement walks the stack. Thread-safe.
 */
public final class Lens implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lens.class);
    private static final int MOST_STEPS = 100;

    private final LensServer server;
    private final List<Registration> registrations;

    private Lens(LensServer server, List<Registration> registrations) {
        this.server = server;
        this.registrations = registrations;
    }

    /**
     * Returns a builder.
     *
     * @param engine the engine whose statements are shown
     */
    public static Builder builder(Engine engine) {
        return new Builder(Objects.requireNonNull(engine, "engine"));
    }

    /** Returns the address of the page, with its token after the {@code #}, which browsers do not send. */
    public URI url() {
        return server.url();
    }

    /** Stops recording, and stops the server. */
    @Override
    public void close() {
        registrations.forEach(Registration::remove);
        server.close();
    }

    /** A builder of a {@link Lens}. Confined to one thread at a time. */
    public static final class Builder {

        private final Engine engine;
        private @Nullable SessionFactory sessions;
        private int port;
        private int units = 200;

        private Builder(Engine engine) {
            this.engine = engine;
        }

        /** Also shows the flush plans of a factory's sessions. The factory must use the engine. */
        public Builder sessions(SessionFactory factory) {
            if (!factory.engine().url().equals(engine.url())) {
                throw new IllegalArgumentException("The session factory belongs to " + factory.engine()
                        + ", not to " + engine + ". Pass a factory of that engine.");
            }
            sessions = factory;
            return this;
        }

        /** Sets the port; by default a free one. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** Sets how many units of work are kept; by default 200. */
        public Builder units(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("units must be positive, got " + number);
            }
            units = number;
            return this;
        }

        /**
         * Starts recording, and starts the server.
         *
         * @throws UncheckedIOException if the port is in use
         */
        public Lens start() {
            var recorder = new LensRecorder(units, !engine.hidesParameters());
            LensServer server;
            try {
                server = LensServer.start(engine, recorder, port);
            } catch (IOException e) {
                throw new UncheckedIOException("Lens cannot listen on port " + port
                        + ". Set another port, or none to use a free one.", e);
            }
            var registrations = new ArrayList<Registration>();
            registrations.add(engine.listen(recorder));
            var factory = sessions;
            if (factory != null) {
                registrations.add(FlushRecorder.listen(factory, recorder, MOST_STEPS));
            }
            LOG.info("Rubedo Lens, for development: {}", server.url());
            return new Lens(server, registrations);
        }
    }
}
