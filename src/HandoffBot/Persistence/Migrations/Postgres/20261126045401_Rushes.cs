using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Postgres
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
                    seq = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    team = table.Column<int>(type: "integer", nullable: false),
                    began_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    shown = table.Column<int>(type: "integer", nullable: false),
                    shown_at = table.Column<long>(type: "bigint", nullable: false),
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
