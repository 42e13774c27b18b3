using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Rushes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "rushes",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    team = table.Column<int>(type: "INTEGER", nullable: false),
                    began_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    shown = table.Column<int>(type: "INTEGER", nullable: false),
                    shown_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rushes", x => x.seq);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_rushes_team",
                table: "rushes",
                column: "team",
                unique: true,
                filter: "ended_at is null"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "rushes");
        }
    }
}
