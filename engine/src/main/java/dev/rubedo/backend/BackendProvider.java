package dev.rubedo.backend;

import dev.rubedo.stability.Spi;
import java.util.Optional;

/**
 * Announces a database product; found by {@link java.util.ServiceLoader}. SPI. Implementations are immutable.
 */
@Spi
public interface BackendProvider {

    /**
     * Returns the backend for a URL.
     *
     * @param url the address; {@link DatabaseUrl#backend()} names the product
     */
    Optional<Backend> forUrl(DatabaseUrl url);

    /**
     * Returns the backend for a data source, of which only the product's name is known.
     *
     * @param product what the driver calls the product, as {@code PostgreSQL}
     * @param version what the driver says of its version
     */
    Optional<Backend> forProduct(String product, String version);
}
