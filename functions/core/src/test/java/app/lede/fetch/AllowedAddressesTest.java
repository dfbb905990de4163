package app.lede.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedAddressesTest {

    @Test
    void an_empty_list_allows_nothing() {
        assertEquals(AllowedAddresses.NONE, AllowedAddresses.parse(" , "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "127.0.0.1:", ":8080", "127.0.0.1:http", "127.0.0.1/8:80", "[::1]", "a@b:80", "*:80"
            })
    void an_entry_without_exactly_a_host_and_a_port_is_an_error(String entry) {
        assertThrows(IllegalArgumentException.class, () -> AllowedAddresses.parse("10.0.0.1:80," + entry));
    }
}
