package dev.rubedo.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RubedoExceptionTest {

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void aStackTraceShowsTheCodeAndItsPage(ErrorCode code) {
        var trace = new StringWriter();
        var error = new RubedoException(code, "Table \"users\" is closed today.");

        error.printStackTrace(new PrintWriter(trace, true));

        assertThat(trace.toString().lines().findFirst()).contains(
                "dev.rubedo.error.RubedoException: Table \"users\" is closed today. (" + code + ", docs/errors/"
                        + code.page() + ".md)");
        assertThat(error).hasMessage("Table \"users\" is closed today.");
    }
}
