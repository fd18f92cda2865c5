package dev.leibniz.runtime.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTextTest {
    @Test
    void valuesAreReadBackAsTheyWereWritten() throws Json.Malformed {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("name", "a \"b\" \\ </script>\n\u2028 θ 😀");
        value.put("numbers", List.of(1, 2.5, -3L));
        value.put("none", List.of());
        value.put("flag", true);
        value.put("inner", Map.of());

        String text = JsonText.of(value);

        assertThat(text).doesNotContain("</script>");
        Map<?, ?> read = (Map<?, ?>) Json.parse(text);
        assertThat(read.get("name")).isEqualTo(value.get("name"));
        assertThat(read.get("numbers")).isEqualTo(List.of(1L, 2.5, -3L));
        assertThat(read.get("none")).isEqualTo(List.of());
        assertThat(read.get("flag")).isEqualTo(true);
        assertThat(read.get("inner")).isEqualTo(Map.of());
    }

    @Test
    void whatIsNoNumberIsNull() {
        assertThat(JsonText.of(List.of(Double.NaN, Double.NEGATIVE_INFINITY, -0.0)))
                .isEqualTo("[null, null, -0.0]");
        assertThat(JsonText.of(new long[] {1, 2})).isEqualTo("[1, 2]");
    }
}
