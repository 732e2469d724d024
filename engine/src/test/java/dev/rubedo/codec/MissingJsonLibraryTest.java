package dev.rubedo.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Programs that use JSON columns without a JSON library. */
class MissingJsonLibraryTest {

    @Test
    void theMissingLibraryIsNamed() throws Exception {
        var urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("jackson")).map(MissingJsonLibraryTest::url).toArray(URL[]::new);
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            var format = loader.loadClass("dev.rubedo.backend.Backends").getMethod("jsonFormat").invoke(null);
            var write = loader.loadClass("dev.rubedo.codec.JsonFormat").getMethod("write", Object.class);

            assertThat(failure(() -> write.invoke(format, "x"))).isEqualTo("JSON values require a JSON library. Add "
                    + "tools.jackson.core:jackson-databind (Jackson 3) to the dependencies, or supply your own format "
                    + "with Engine.builder(...).jsonFormat(...).");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private interface Call {
        Object make() throws ReflectiveOperationException;
    }

    private static String failure(Call call) throws ReflectiveOperationException {
        try {
            return "no failure: " + call.make();
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause().getMessage());
        }
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
