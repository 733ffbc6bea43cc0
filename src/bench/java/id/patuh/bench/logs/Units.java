package id.patuh.bench.logs;

import java.util.ArrayList;
import java.util.List;

/** Names of forty units of a region, one of them with a comma. */
final class Units {

    private static final List<String> OFFICES = List.of(
            "Dinas Kesehatan",
            "Dinas Pendidikan",
            "Dinas Perhubungan",
            "Dinas Sosial",
            "Dinas Perumahan, Permukiman dan Pertanahan",
            "Dinas Kependudukan dan Pencatatan Sipil",
            "Badan Pendapatan Daerah",
            "Bagian Organisasi",
            "UKPBJ",
            "Satuan Polisi Pamong Praja");
    private static final List<String> REGIONS =
            List.of("Kota Padang", "Kabupaten Karanganyar", "Kota Surakarta", "Kabupaten Sleman");

    private Units() {}

    static byte[][] cells() {
        List<byte[]> cells = new ArrayList<>();
        REGIONS.forEach(region -> OFFICES.forEach(office -> cells.add(SopTexts.cell(office + " " + region))));
        return cells.toArray(byte[][]::new);
    }
}
