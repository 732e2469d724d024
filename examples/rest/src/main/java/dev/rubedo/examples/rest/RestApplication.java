package dev.rubedo.examples.rest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. Stateless. */
@SpringBootApplication
public class RestApplication {

    /** Created by Spring. */
    public RestApplication() {}

    /** Starts the service; arguments are properties such as {@code --server.port=8081}. */
    public static void main(String[] arguments) {
        SpringApplication.run(RestApplication.class, arguments);
    }
}
