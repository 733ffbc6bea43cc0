package id.patuh.intake;

import id.patuh.wording.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The column headers that mean a field of the contract, in either language. */
final class Headers {

    static final Headers ACTIVITY = new Headers()
            .with("case", "case", "no_berkas", "nomor_berkas", "berkas", "case_id", "id_berkas")
            .with("sop", "sop", "nomor_sop", "no_sop")
            .with("step", "step", "langkah", "no_langkah", "nomor_langkah", "tahap")
            .with("role", "role", "pelaksana", "peran", "jabatan_pelaksana")
            .with("person", "person", "petugas", "nama_petugas")
            .with("start", "start", "mulai", "waktu_mulai", "start_time", "tanggal_mulai")
            .with("end", "end", "selesai", "waktu_selesai", "end_time", "tanggal_selesai")
            .with("inputs", "inputs", "input", "kelengkapan", "persyaratan_kelengkapan")
            .with("outputs", "outputs", "output", "keluaran")
            .with("decision", "decision", "keputusan")
            .with("unit", "unit", "unit_kerja")
            .with("note", "note", "keterangan", "catatan");

    static final Headers SURVEY = new Headers()
            .with("survey", "survey", "survei", "id_survei", "nama_survei")
            .with("unit", "unit", "unit_kerja", "instansi", "opd", "perangkat_daerah")
            .with("service", "service", "layanan", "jenis_layanan_disurvei")
            .with("regulation", "regulation", "regulasi")
            .with("sop", "sop", "nomor_sop", "no_sop")
            .with("period_start", "period_start", "periode_mulai")
            .with("period_end", "period_end", "periode_selesai")
            .with("population", "population", "populasi")
            .with("respondents", "respondents", "jumlah_responden")
            .with("respondent", "respondent", "responden", "no_responden", "nomor_responden", "id_responden")
            .with("group", "group", "kelompok", "kelompok_responden")
            .with("element", "element", "unsur", "unsur_pelayanan")
            .with("mean", "mean", "nrr", "nilai_rata_rata", "rata_rata", "nilai_unsur")
            .with("weighted", "weighted", "nrr_tertimbang", "tertimbang")
            .with("weight", "weight", "bobot")
            .with("grade", "grade", "mutu", "mutu_layanan", "mutu_pelayanan");

    /** Headings of the two sheets of the official follow-up report. */
    static final Headers FOLLOW_UP = new Headers()
            .with("element", "prioritas_unsur")
            .with("activity", "program_kegiatan", "rencana_tindak_lanjut", "rtl")
            .with("owner", "penanggung_jawab")
            .with("done", "sudah_belum", "apakah_rtl_telah_ditindaklanjuti_sudah_belum")
            .with("evidence", "dokumentasi_kegiatan", "dokumentasi")
            .with("quarters", "tw_i", "tw_ii", "tw_iii", "tw_iv");

    private final Map<String, String> fields = new HashMap<>();

    private Headers with(String field, String... spellings) {
        for (String spelling : spellings) {
            fields.put(Wording.key(spelling), field);
        }
        return this;
    }

    /** The field that a header means, or null. */
    String field(String header) {
        return fields.get(Wording.key(header));
    }

    /** How many of the headers mean a field. */
    long known(List<String> headers) {
        return headers.stream().filter(h -> field(h) != null).count();
    }
}
